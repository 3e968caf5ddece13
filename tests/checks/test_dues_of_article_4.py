"""What Article 4 has fall due is known beforehand, and no longer once it is done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from tests.checks.records import context, engagement, entry, top

from vendorbook.checks.exposed_delivery_passed_before_go_live import exposed_delivery_passed_before_go_live
from vendorbook.checks.incident_is_closed_with_its_lessons import Params as Within
from vendorbook.checks.incident_is_closed_with_its_lessons import incident_is_closed_with_its_lessons
from vendorbook.checks.recurs import Params as Recurring
from vendorbook.checks.recurs import recurs
from vendorbook.checks.supplier_certificate_is_valid import supplier_certificate_is_valid
from vendorbook.model import Due, Item
from vendorbook.register import Register, Row

EXPOSED = "scope: {internet_exposed: true}\n"
SCAN = "tests:\n  - {kind: source-code-scan, tested_on: 2026-06-01, result: passed}\n"
DRILLED = Recurring("switchover-drill", "P1Y", "in_force", "contract")


def days(items: Iterable[Item]) -> list[str]:
    found = list(items)
    assert all(isinstance(item, Due) for item in found)
    return [item.on.isoformat() for item in found if isinstance(item, Due)]


@pytest.mark.parametrize(
    ("tests", "due"), [("", ["2026-07-01"]), (SCAN, []), (SCAN.replace("06-01", "06-02"), ["2026-07-01"])]
)
def test_a_scan_is_due_on_the_day_of_go_live(tests: str, due: list[str]) -> None:
    delivery = entry("2026-05-29-delivery", f"go_live_on: 2026-07-01\n{tests}")
    record = engagement(EXPOSED, journal=(delivery,))

    assert days(exposed_delivery_passed_before_go_live(record, None, context())) == due


def test_an_incident_is_due_to_be_closed_and_then_is_not() -> None:
    incident = entry("2026-05-29-incident", "affected: true\n")
    follow_up = entry("2026-06-01-follow-up", "closes: {entry: journal/2026-05-29-incident}\ndescription: 已結案\n")
    open_, closed = engagement("id: a\n", journal=(incident,)), engagement("id: a\n", journal=(incident, follow_up))

    assert days(incident_is_closed_with_its_lessons(open_, Within("P90D"), context())) == ["2026-08-27"]
    assert days(incident_is_closed_with_its_lessons(closed, Within("P90D"), context())) == []


@pytest.mark.parametrize(
    ("contract", "firm", "due"),
    [
        ("contract: {starts_on: 2026-01-01}\n", "stated: false\n", ["2027-01-01"]),
        # Past its term and not ended: renewed.
        ("contract: {starts_on: 2023-01-01, ends_on: 2025-12-31}\n", "bound_from: 2026-02-01\n", ["2027-02-01"]),
        ("contract: {starts_on: 2026-06-02}\n", "stated: false\n", []),
        ("contract: {starts_on: 2023-01-01}\nexit: {ended_on: 2026-05-31}\n", "stated: false\n", []),
        ("contract: {number: a}\n", "stated: false\n", []),
    ],
)
def test_what_recurs_is_owed_while_the_engagement_is_in_force(contract: str, firm: str, due: list[str]) -> None:
    assert days(recurs(engagement(contract), DRILLED, context()._replace(firm=top(firm)))) == due


@pytest.mark.parametrize(("status", "due"), [("active", ["2028-01-09"]), ("ending", ["2028-01-09"]), ("ended", [])])
def test_a_certificate_is_due_on_its_last_day_while_the_supplier_is_at_work(status: str, due: list[str]) -> None:
    owner = engagement("id: a\n", "id: fox\ncertificates:\n  - {id: a, expires_on: 2028-01-09}\n").supplier
    row = Row("sample-supplier/one", "sample-supplier", "fox", status, date(2024, 1, 1), None, (), (), 1, ())
    other = row._replace(id="owl/one", supplier="owl", status="active")
    whole = context()._replace(register=Register((row, other)))

    assert days(supplier_certificate_is_valid(owner, None, whole)) == due
