"""What an engagement owes again and again while it is in force: by the rules, the firm, and what it states itself."""

from __future__ import annotations

import pytest
from tests.checks.records import context, engagement, entry, top

from vendorbook.checks.recurs import Params, recurs

YEARLY = Params("audit", "P1Y", "in_force", "oversight.audit", "audit", ("oversight.audit.every",), ("A7.1", "A7.4b"))
REPORTS = Params("service-report", "P1Y", "in_force", "oversight", stated=("a.every", "b.every"))


def dues(
    *done: str, record: str = "", starts: str = "2023-03-31", firm: str = "stated: false\n", params: Params = YEARLY
) -> list[tuple[str, str]]:
    """The due dates, as of 2026-06-01, each with the obligation that it is narrowed to."""
    journal = tuple(entry(f"{day}-{params.event}", "") for day in done)
    text = f"status: active\ncontract: {{starts_on: {starts}}}\n{record}"
    found = recurs(engagement(text, journal=journal), params, context()._replace(firm=top(firm)))
    return [(due.on.isoformat(), due.obligation) for due in found]


def every(period: str) -> str:
    return f"oversight:\n  audit: {{every: {period}}}\n"


@pytest.mark.parametrize(
    ("record", "done", "expected"),
    [
        ("", (), [("2024-03-31", "")]),
        ("", ("2026-01-15",), [("2027-01-15", "")]),
        (every("P1Y"), ("2026-01-15",), [("2027-01-15", "")]),
        (every("P12M"), ("2024-02-29",), [("2025-02-28", "")]),
        (every("P6M"), ("2025-08-31",), [("2026-08-31", "A7.1"), ("2026-02-28", "A7.4b")]),
        (every("P2Y"), ("2026-01-15",), [("2027-01-15", "")]),
        (every("P6M"), (), [("2024-03-31", "A7.1"), ("2023-09-30", "A7.4b")]),
    ],
)
def test_what_the_record_states_can_only_shorten_the_year(
    record: str, done: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert dues(*done, record=record) == expected


def test_the_shortest_of_several_stated_counts_where_they_are_about_one_obligation() -> None:
    both = "a: {every: P6M}\nb: {every: P3M}\n"

    assert dues("2026-05-31", record=both, params=REPORTS) == [("2026-08-31", "")]
    assert dues("2026-05-31", record="a: {every: P6M}\n", params=REPORTS) == [("2026-11-30", "")]


@pytest.mark.parametrize(
    ("firm", "record", "expected"),
    [
        ("audit: {every: P6M}\n", "", [("2026-07-15", "")]),
        ("audit: {every: P6M}\n", every("P6M"), [("2026-07-15", "")]),
        ("audit: {every: P6M}\n", every("P3M"), [("2026-07-15", "A7.1"), ("2026-04-15", "A7.4b")]),
        ("audit: {every: P2Y}\n", "", [("2027-01-15", "")]),
        ("audit: {basis: calendar}\n", "", [("2027-12-31", "")]),
        ("audit: {basis: calendar}\n", every("P6M"), [("2027-12-31", "A7.1"), ("2026-12-31", "A7.4b")]),
        ("audit: {basis: rolling}\n", every("P1Y"), [("2027-01-15", "")]),
        ("bound_from: 2026-02-01\n", "", [("2027-02-01", "")]),
    ],
)
def test_the_firm_can_ask_for_more_and_chooses_how_to_count(
    firm: str, record: str, expected: list[tuple[str, str]]
) -> None:
    assert dues("2026-01-15", firm=firm, record=record) == expected


@pytest.mark.parametrize(
    ("ended_on", "expected"),
    [
        ("2026-05-31", []),
        ("2026-06-01", []),
        ("2026-06-30", []),
        ("2026-07-14", []),
        ("2026-07-15", [("2026-07-15", "A7.4b")]),
        ("2027-01-15", [("2027-01-15", "A7.1"), ("2026-07-15", "A7.4b")]),
    ],
)
def test_a_period_that_the_end_cuts_short_asks_for_nothing(ended_on: str, expected: list[tuple[str, str]]) -> None:
    assert dues("2026-01-15", record=f"{every('P6M')}exit: {{ended_on: {ended_on}}}\n") == expected


def test_what_was_overdue_at_the_end_is_so_on_the_last_day_and_not_after_it() -> None:
    assert dues(record="exit: {ended_on: 2026-06-01}\n") == [("2024-03-31", "")]
    assert dues(record="exit: {ended_on: 2026-05-31}\n") == []


@pytest.mark.parametrize(("starts", "expected"), [("2026-06-01", [("2027-06-01", "")]), ("2026-06-02", [])])
def test_the_first_period_begins_with_the_contract(starts: str, expected: list[tuple[str, str]]) -> None:
    assert dues(starts=starts) == expected


def test_the_term_alone_ends_nothing_unless_the_record_says_so() -> None:
    over = "2023-03-31, ends_on: 2026-05-31"

    assert dues(starts=over) == [("2024-03-31", "")]
    assert recurs_of_an_ended_one() == []


def recurs_of_an_ended_one() -> list[object]:
    text = "status: ended\ncontract: {starts_on: 2023-03-31, ends_on: 2026-05-31}\n"
    return list(recurs(engagement(text), YEARLY, context()))
