"""What recurs has a next due date at any time while it is owed, and none while it is not."""

from __future__ import annotations

from datetime import date

import pytest
from tests.checks.records import AS_OF, context, engagement, entry, top

from vendorbook.checks.recurs import Params, recurs
from vendorbook.model import Due

EVERY_HALF_YEAR = Params("access-review", "P6M", "any_grant_effective", "access.grants")
BY_THE_PROFILE = EVERY_HALF_YEAR._replace(setting="access.review")
CALENDAR = "access:\n  review: {every: P6M, basis: calendar}\n"


def dues(grants: str, *reviews: str, params: Params = BY_THE_PROFILE, firm: str = "stated: false\n") -> list[Due]:
    """What falls due on AS_OF: each grant as `from`, or `from..until`; each review by its date."""
    spans = [each.partition("..") for each in grants.split()]
    lines = [
        f"    - {{id: g-{number}, effective_on: {first}" + (f", revoked_on: {last}" if last else "") + "}"
        for number, (first, _, last) in enumerate(spans)
    ]
    journal = tuple(entry(f"{day}-access-review", "") for day in reviews)
    record = engagement("access:\n  grants:\n" + "\n".join(lines) + "\n", journal=journal)
    return list(recurs(record, params, context()._replace(firm=top(firm))))


@pytest.mark.parametrize(
    ("grants", "reviews", "due", "case"),
    [
        ("2025-01-10", (), "2025-07-10", "never"),
        ("2025-01-10", ("2024-12-31",), "2025-07-10", "never"),
        ("2025-01-10", ("2025-01-10",), "2025-07-10", ""),
        ("2025-01-10", ("2026-03-31",), "2026-09-30", ""),
        ("2025-01-10", ("2025-08-31", "2026-02-01"), "2026-08-01", ""),
        # Access that began today is owed a review already; 91 days without any do not count.
        (AS_OF.isoformat(), (), "2026-12-01", "never"),
        ("2026-01-01..2026-01-31 2026-05-03", ("2026-01-31",), "2026-10-30", ""),
        # A withdrawal that lies ahead has not happened.
        ("2026-01-01..2026-06-02", (), "2026-07-01", "never"),
    ],
)
def test_the_next_due_date_is_always_known(grants: str, reviews: tuple[str, ...], due: str, case: str) -> None:
    (item,) = dues(grants, *reviews)

    assert (item.on.isoformat(), item.case) == (due, case)
    assert item.at.pointer == "/access/grants"


def test_it_says_when_it_was_last_done_and_where() -> None:
    (item,) = dues("2025-01-10", "2025-08-31", "2026-02-01")

    assert item.values == {"last": "2026-02-01"}
    assert [node.source.path.rsplit("/", 1)[1] for node, _ in item.related] == ["2026-02-01-access-review.yaml"]


def test_it_says_since_when_it_is_owed() -> None:
    (item,) = dues("2025-03-01..2025-04-30 2025-01-10")

    assert item.values == {"start": "2025-01-10"}


@pytest.mark.parametrize("grants", ["2025-01-10..2026-05-31", "2026-06-02", "2025-01-10..2025-02-28 2026-07-01"])
def test_the_clock_stands_still_while_nothing_lasts(grants: str) -> None:
    assert dues(grants) == []


def test_what_was_withdrawn_today_owes_no_later_review() -> None:
    assert [due.on.isoformat() for due in dues("2026-01-01..2026-06-01 2026-08-01")] == []
    assert [due.on.isoformat() for due in dues("2025-11-30..2026-06-01 2026-08-01")] == ["2026-05-30"]


@pytest.mark.parametrize(
    ("firm", "due"),
    [
        ("stated: false\n", "2026-08-05"),
        (CALENDAR, "2026-12-31"),
        (CALENDAR.replace("P6M", "P3M"), "2026-06-30"),
        (CALENDAR.replace("P6M", "P1Y"), "2026-12-31"),
        ("access:\n  review: {every: P3M, basis: rolling}\n", "2026-05-05"),
        ("access:\n  review: {every: P1Y, basis: rolling}\n", "2026-08-05"),
        ("access:\n  review: {every: PT4H, basis: rolling}\n", "2026-02-05"),
    ],
)
def test_the_profile_chooses_the_basis_and_a_shorter_period(firm: str, due: str) -> None:
    (item,) = dues("2025-01-10", "2026-02-05", firm=firm)

    assert item.on.isoformat() == due


def test_without_a_setting_the_profile_is_not_asked() -> None:
    (item,) = dues("2025-01-10", "2026-02-05", params=EVERY_HALF_YEAR, firm=f"basis: calendar\n{CALENDAR}")

    assert item.on.isoformat() == "2026-08-05"


def test_what_was_done_before_the_rules_bound_the_firm_is_no_start() -> None:
    (item,) = dues("2019-01-10", firm="bound_from: 2026-02-01\n")

    assert (item.on.isoformat(), item.values) == ("2026-08-01", {"start": "2026-02-01"})


def test_the_last_time_is_by_the_day_that_counts_not_by_the_name_of_the_file() -> None:
    written_later = entry("2026-04-01-access-review", "")
    as_corrected = entry("2026-05-01-access-review", "")._replace(date=date(2026, 1, 1))
    record = engagement("access: {grants: [{effective_on: 2025-01-10}]}\n", journal=(written_later, as_corrected))

    (item,) = recurs(record, BY_THE_PROFILE, context())

    assert item.values == {"last": "2026-04-01"}
