"""Shares by hand, on a register small enough to count."""

from __future__ import annotations

from datetime import date

import pytest

from vendorbook.register import Register, Row


def row(name: str, group: str, start: str, end: str | None, core: tuple[str, ...], spend: float) -> Row:
    starts, ends = date.fromisoformat(start), date.fromisoformat(end) if end else None
    return Row(f"{group}/{name}", group, group, "active", starts, ends, core, core, spend, ())


REGISTER = Register(
    (
        row("one", "fox", "2024-01-01", None, ("orders", "quotes"), 300),
        row("two", "fox", "2025-01-01", None, ("orders",), 100),
        row("three", "owl", "2024-01-01", "2024-12-31", ("ledger",), 600),
        row("four", "elk", "2025-06-01", None, (), 400),
    )
)
SHARED = Register((*REGISTER.rows, row("late", "elk", "2026-01-01", None, ("orders", "mail"), 250)))


@pytest.mark.parametrize(
    ("basis", "on", "expected"),
    [
        ("engagements", "2023-12-31", 0),
        ("engagements", "2024-01-01", 50),
        ("engagements", "2024-12-31", 50),
        ("engagements", "2025-01-01", 100),
        ("engagements", "2025-06-01", 100 * 2 / 3),
        # Two engagements on one core system count that system once.
        ("core-systems", "2024-06-01", 100 * 2 / 3),
        ("core-systems", "2025-06-01", 100),
        ("annual-spend", "2024-06-01", 100 / 3),
        ("annual-spend", "2025-06-01", 50),
    ],
)
def test_a_share_counts_what_is_in_force_on_the_day(basis: str, on: str, expected: float) -> None:
    assert REGISTER.share("fox", basis, date.fromisoformat(on)) == pytest.approx(expected)


def test_the_engagement_being_assessed_counts_before_it_starts() -> None:
    on = date(2025, 5, 31)

    assert REGISTER.share("elk", "engagements", on) == 0
    assert REGISTER.share("elk", "engagements", on, including="elk/four") == pytest.approx(100 / 3)


def test_the_engagement_being_assessed_is_not_counted_twice() -> None:
    on = date(2025, 6, 1)

    assert REGISTER.share("elk", "engagements", on, including="elk/four") == REGISTER.share("elk", "engagements", on)


@pytest.mark.parametrize("basis", ["engagements", "core-systems", "annual-spend"])
def test_counting_one_in_beforehand_comes_to_the_same_as_its_having_begun(basis: str) -> None:
    """Whatever it shares with others is counted once, in its group and in the whole."""
    begun = date(2025, 6, 1)
    early = Register(tuple(each._replace(starts_on=begun) if each.group == "elk" else each for each in SHARED.rows))

    for group in ("fox", "elk"):
        wanted = early.share(group, basis, begun)
        assert SHARED.share(group, basis, begun, including="elk/late") == pytest.approx(wanted)


def test_a_supplier_counts_with_its_group() -> None:
    grouped = Register((Row("a/x", "a", "g", "active", date(2024, 1, 1), None, (), (), 1, ()),))

    assert grouped.group_of("a") == "g"
    assert grouped.group_of("b") == "b"
