"""What the schemas say of a place: its title, and whether it must not leave the firm."""

from __future__ import annotations

import pytest

from vendorbook.schema_check import Schemas

TITLES = {
    ("engagement", "status"): ("狀態", "Status"),
    ("engagement", "contract"): ("合約", "Contract"),
    ("engagement", "contract.signed_on"): ("簽約日", "Signed on"),
    ("engagement", "contract.clauses.right_to_audit"): ("稽核權", "Right to audit"),
    ("engagement", "contract.clauses.right_to_audit.clause"): ("條次", "Clause"),
    ("engagement", "contract.clauses.service_levels.levels[].target"): ("目標", "Target"),
    ("engagement", "contract.clauses.service_levels.levels.target"): ("目標", "Target"),
    ("engagement", "selection.capability.financial.evidence[].file"): ("檔案", "File"),
    ("engagement", "access.grants.none"): ("無", "None"),
    ("journal/risk-assessment", "risks[].controls[].due_on"): ("期限", "Due on"),
    ("journal/correction", "entry.kind"): ("種類", "Kind"),
    ("journal/correction", "entry.approval.approved_by"): ("核准人", "Approved by"),
    ("people", "people[].name"): ("姓名", "Name"),
    ("policy", "cases.nobody"): None,
    ("engagement", "contract.signedon"): None,
    ("engagement", "contract.signed_on.day"): None,
    ("nothing", "status"): None,
}


@pytest.mark.parametrize(("kind", "path"), TITLES)
def test_a_field_has_its_title_in_both_languages(schemas: Schemas, kind: str, path: str) -> None:
    title = schemas.title_of(kind, path)

    assert (title and (title.zh_tw, title.en)) == TITLES[kind, path]


CONFIDENTIAL = [
    ("supplier", ("contacts", 0, "name")),
    ("supplier", ("contacts", 0, "email")),
    ("supplier", ("contacts", 0, "phone")),
    ("supplier", ("ownership", 2, "holder")),
    ("engagement", ("access", "grants", 3, "holder")),
    ("engagement", ("access", "grants", 3, "requested_by")),
    ("engagement", ("oversight", "security_staff", "supplier", 0, "name")),
    ("engagement", ("selection", "proposal", "project_management", "certificates", 0, "holder")),
    ("journal/briefing", ("received_by",)),
    ("journal/briefing", ("received_by", 0)),
    ("journal/correction", ("entry", "received_by", 0)),
    ("people", ("people", 0, "name")),
    ("people", ("people", 0, "accounts", 0, "id")),
]
OPEN = [
    ("supplier", ("contacts", 0, "role")),
    ("supplier", ("name", "zh-TW")),
    ("engagement", ("access", "grants", 3, "purpose")),
    ("engagement", ("access", "grants")),
    ("engagement", ("oversight", "security_staff", "firm", 0, "staff")),
    ("engagement", ()),
    ("journal/audit", ("auditor",)),
    ("journal/correction", ("entry", "kind")),
    ("people", ("people", 0, "id")),
    ("nothing", ("name",)),
]


@pytest.mark.parametrize(("kind", "way"), CONFIDENTIAL)
def test_what_names_a_person_is_confidential(schemas: Schemas, kind: str, way: tuple[str | int, ...]) -> None:
    assert schemas.confidential(kind, way)


@pytest.mark.parametrize(("kind", "way"), OPEN)
def test_the_rest_is_not(schemas: Schemas, kind: str, way: tuple[str | int, ...]) -> None:
    assert not schemas.confidential(kind, way)


def test_a_key_with_a_dot_is_no_way(schemas: Schemas) -> None:
    assert schemas.title_at("engagement", ("contract", "signed_on"))
    assert schemas.title_at("engagement", ("contract.signed_on",)) is None


WORDS: list[tuple[str, tuple[str | int, ...], object, tuple[str, str] | None]] = [
    ("engagement", ("scope", "cloud_model"), "iaas", ("基礎架構即服務", "infrastructure as a service")),
    ("engagement", ("scope", "activities", 0), "hosting", ("機房或主機代管", "hosting")),
    ("journal/correction", ("entry", "trigger"), "renewal", ("續約", "renewal")),
    ("engagement", ("scope", "cloud_model"), "clouds", None),
    ("engagement", ("scope", "cloud_model"), ["iaas"], None),
    ("engagement", ("id",), "iaas", None),
    ("nothing", ("scope", "cloud_model"), "iaas", None),
]


@pytest.mark.parametrize(("kind", "way", "value", "word"), WORDS)
def test_a_value_out_of_a_few_has_its_word(
    schemas: Schemas, kind: str, way: tuple[str | int, ...], value: object, word: tuple[str, str] | None
) -> None:
    found = schemas.word(kind, way, value)

    assert (found and (found.zh_tw, found.en)) == word


def test_what_no_schema_speaks_of_is_not_known(schemas: Schemas) -> None:
    assert schemas.knows("engagement", ("access", "grants", 0, "holder"))
    assert not schemas.knows("engagement", ("access", "grants", 0, "holders"))
    assert not schemas.knows("engagement", ("holder",))
    assert not schemas.knows("nothing", ("holder",))
