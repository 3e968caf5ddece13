"""A follow-up closes what it names from the day on which that was done."""

from __future__ import annotations

import pytest
from tests.checks.records import AS_OF, engagement, entry

from vendorbook.checks.lib.follow_ups import answered, closed

CLOSES = "closes: {entry: journal/2026-02-05-access-review, item: support}\n"


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (CLOSES, True),
        (f"{CLOSES}done_on: 2026-04-01\n", True),
        (f"{CLOSES}done_on: {AS_OF}\n", True),
        (f"{CLOSES}done_on: 2026-06-02\n", False),
    ],
)
def test_it_closes_what_is_done_by_the_day(said: str, counts: bool) -> None:
    record = engagement("id: sample\n", journal=(entry("2026-05-05-follow-up", said),))

    assert closed(record, AS_OF) == ({("journal/2026-02-05-access-review", "support")} if counts else set())


def test_an_undated_one_counts_from_its_own_day() -> None:
    record = engagement("id: sample\n", journal=(entry("2026-06-02-follow-up", CLOSES),))

    assert closed(record, AS_OF) == set()


@pytest.mark.parametrize("kind", ["grant", "held", "step"])
def test_it_answers_for_a_thing_of_the_record_by_its_kind(kind: str) -> None:
    done, ahead = f"closes: {{{kind}: pass}}\n", f"closes: {{{kind}: erase}}\ndone_on: 2026-06-02\n"
    journal = (entry("2026-05-05-follow-up", done), entry("2026-05-06-follow-up", ahead))
    record = engagement("id: sample\n", journal=journal)

    found = {each: answered(record, each, AS_OF) - {""} for each in ("grant", "held", "step")}
    assert found == {each: {"pass"} if each == kind else set() for each in found}
