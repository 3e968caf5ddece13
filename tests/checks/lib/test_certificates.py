"""The certificates that a supplier holds."""

from __future__ import annotations

from tests.checks.records import AS_OF

from vendorbook.checks.lib.certificates import certificates_held
from vendorbook.register import Supplier


def test_a_supplier_without_a_record_holds_none() -> None:
    assert certificates_held(Supplier("sample-supplier", None, (), lambda _: None), AS_OF) == []
