"""The day on which the last security person leaves is known beforehand; what has no end never falls due."""

from __future__ import annotations

import pytest
from tests.checks.records import context, engagement

from vendorbook.checks.security_staff_take_part import Params, security_staff_take_part
from vendorbook.model import Due

PEOPLE = """
people:
  - {id: s-0111, roles: [security]}
  - {id: s-0112, roles: [security], until: 2027-03-31}
"""
STAFF = """
oversight:
  security_staff:
    firm:
"""


@pytest.mark.parametrize(
    ("rows", "line", "on"),
    [
        # Still to come: the day is named, at the last of those who follow one another.
        (["{staff: s-0111, role: x, from: 2024-01-01, until: 2026-12-31}"], 5, "2026-12-31"),
        (
            [
                "{staff: s-0111, role: x, from: 2027-01-01, until: 2027-06-30}",
                "{staff: s-0111, role: x, from: 2024-01-01, until: 2026-12-31}",
            ],
            5,
            "2027-06-30",
        ),
        (
            [
                "{staff: s-0111, role: x, from: 2027-01-02, until: 2027-06-30}",
                "{staff: s-0111, role: x, from: 2024-01-01, until: 2026-12-31}",
            ],
            6,
            "2026-12-31",
        ),
        # Whoever leaves the firm earlier, or is relieved earlier, ends earlier.
        (["{staff: s-0112, role: x, from: 2024-01-01, until: 2027-12-31}"], 5, "2027-03-31"),
        (["{staff: s-0112, role: x, from: 2024-01-01, until: 2026-12-31}"], 5, "2026-12-31"),
        (["{staff: s-0112, role: x, from: 2024-01-01}"], 5, "2027-03-31"),
    ],
)
def test_the_end_is_due_where_the_last_one_stands(rows: list[str], line: int, on: str) -> None:
    record = engagement(STAFF + "".join(f"      - {row}\n" for row in rows))

    (item,) = security_staff_take_part(record, Params("firm"), context(PEOPLE))

    assert isinstance(item, Due)
    assert (item.at.location.line, item.on.isoformat(), item.case) == (line, on, "over")


@pytest.mark.parametrize(
    "rows",
    [
        ["{staff: s-0111, role: x, from: 2024-01-01}"],
        [
            "{staff: s-0112, role: x, from: 2024-01-01, until: 2026-12-31}",
            "{staff: s-0111, role: x, from: 2027-01-01}",
        ],
    ],
)
def test_what_has_no_end_is_never_due(rows: list[str]) -> None:
    record = engagement(STAFF + "".join(f"      - {row}\n" for row in rows))

    assert list(security_staff_take_part(record, Params("firm"), context(PEOPLE))) == []


def test_of_two_who_begin_together_one_is_named() -> None:
    rows = "".join(f"      - {{staff: {staff}, role: x, from: 2027-01-01}}\n" for staff in ("s-0111", "s-0111"))

    (item,) = security_staff_take_part(engagement(STAFF + rows), Params("firm"), context(PEOPLE))

    assert item.case == "not-yet"
