"""Shares by hand, on a register small enough to count."""

from __future__ import annotations

from datetime import date

import pytest

from vendorbook.register import Decision, Register, Row


def row(name: str, group: str, start: str, end: str | None, core: tuple[str, ...], spend: float) -> Row:
    starts, ends = date.fromisoformat(start), date.fromisoformat(end) if end else None
    return Row(f"{group}/{name}", group, group, "active", starts, ends, core, core, (("", spend),))


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
    grouped = Register((Row("a/x", "a", "g", "active", date(2024, 1, 1), None, (), (), (("", 1),)),))

    assert grouped.group_of("a") == "g"
    assert grouped.group_of("b") == "b"


UNCOUNTED = Register(
    (*REGISTER.rows, row("dollars", "elk", "2025-03-01", "2025-12-31", (), 0)._replace(annual_spend=()))
)


@pytest.mark.parametrize(
    ("on", "expected"), [("2025-02-28", 100), ("2025-03-01", None), ("2025-12-31", None), ("2026-01-01", 50)]
)
def test_spend_is_not_told_while_some_of_it_cannot_be_counted(on: str, expected: float | None) -> None:
    assert UNCOUNTED.share("fox", "annual-spend", date.fromisoformat(on)) == expected


def test_what_needs_no_amounts_is_told_all_the_same() -> None:
    assert UNCOUNTED.share("fox", "engagements", date(2025, 3, 1)) == pytest.approx(100 * 2 / 3)
    assert UNCOUNTED.share("fox", "core-systems", date(2025, 3, 1)) == 100


def test_spend_is_not_told_of_an_assessed_engagement_that_cannot_be_counted() -> None:
    on = date(2025, 2, 28)

    assert UNCOUNTED.share("fox", "annual-spend", on, including="elk/dollars") is None
    assert UNCOUNTED.share("fox", "engagements", on, including="elk/dollars") == pytest.approx(100 * 2 / 3)


def test_spend_counts_by_the_rate_of_the_day() -> None:
    falling = (("2024-01-01", 900.0), ("2025-06-01", 400.0))
    register = Register((row("x", "fox", "2024-01-01", None, (), 0)._replace(annual_spend=falling), REGISTER.rows[3]))

    assert register.share("fox", "annual-spend", date(2025, 6, 1)) == 50
    assert register.share("fox", "annual-spend", date(2025, 5, 31), including="elk/four") == pytest.approx(900 / 13)


def decision(expires: str | None, approved: str | None = "2025-01-10", **other: object) -> Decision:
    days = (date.fromisoformat(day) if day else None for day in (approved, expires))
    return Decision("fox", "fox", ("core-systems",), date(2025, 1, 1), *days)._replace(**other)


def test_the_decision_that_accepts_is_the_one_that_lasts_longest_of_those_approved() -> None:
    longest = decision("2026-06-30")
    others = (
        decision("2026-01-31"),
        decision("2027-12-31", approved="2025-06-01"),
        decision("2028-12-31", approved=None),
        decision(None),
        decision("2029-12-31", covers=("annual-spend",)),
        decision("2029-12-31", group="owl"),
    )
    register = Register((), (others[0], longest, *others[1:]))

    assert register.accepting("fox", "core-systems", date(2025, 5, 31)) == longest
    assert register.accepting("fox", "core-systems", date(2025, 6, 1)) == others[1]
    assert register.accepting("fox", "core-systems", date(2025, 1, 9)) is None
    assert register.accepting("fox", "engagements", date(2025, 5, 31)) is None
