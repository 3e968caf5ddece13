"""A certificate that is relied on falls due on its last day; one that is not, never does."""

from __future__ import annotations

from tests.checks.records import context, engagement

from vendorbook.checks.verification_is_valid import Params, verification_is_valid
from vendorbook.model import Due

PARAMS = Params("selection.security_management", ("measures", "implementation"), "security")
SUPPLIER = """
id: sample-supplier
certificates:
  - id: iso-27001
    kind: security
    issued_on: 2024-01-01
    expires_on: 2026-12-31
    evidence: [{file: evidence/a.pdf}]
"""
RELIED_ON = """
selection:
  security_management:
    certificate: iso-27001
"""
BESIDE = "    measures: described\n    implementation: described\n    evidence: [{file: evidence/b.pdf}]\n"


def test_a_certificate_relied_on_is_due_on_its_last_day() -> None:
    (item,) = verification_is_valid(engagement(RELIED_ON, SUPPLIER), PARAMS, context())

    assert isinstance(item, Due)
    assert (item.at.location.line, item.on.isoformat()) == (4, "2026-12-31")
    ((related, _),) = item.related
    assert (related.location.path, related.location.line) == ("vendors/sample-supplier/supplier.yaml", 7)


def test_a_certificate_beside_a_full_description_is_not_relied_on() -> None:
    assert list(verification_is_valid(engagement(RELIED_ON + BESIDE, SUPPLIER), PARAMS, context())) == []


def test_a_certificate_of_a_supplier_without_a_record_is_unknown() -> None:
    record = engagement(RELIED_ON, SUPPLIER)
    alone = record._replace(supplier=record.supplier._replace(root=None))

    (item,) = verification_is_valid(alone, PARAMS, context())

    assert item.case == "unknown"


def test_a_misspelt_certificate_comes_with_what_was_meant() -> None:
    (item,) = verification_is_valid(engagement(RELIED_ON.replace("27001", "27011"), SUPPLIER), PARAMS, context())

    assert "iso-27001" in str(item.values["suggestion"])
