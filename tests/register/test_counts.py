"""Shares and their index: a few worked out by hand, and what holds of all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorbook.register.counts import Counts

BY_HAND = {
    # Four engagements, 2 + 1 + 1: 50² + 25² + 25².
    "no thing shared": (
        [("fox", "a", 1), ("fox", "b", 1), ("owl", "c", 1), ("elk", "d", 1)],
        {"fox": 50, "owl": 25, "elk": 25},
        {"fox": 50, "owl": 25, "elk": 25},
        3750,
    ),
    # Four systems, two of them served by fox and owl: 3/4 and 2/4 are shares, 2/4 and 1/4 parts; elk has the fourth.
    "two of four shared": (
        [("fox", "orders", 1), ("fox", "host", 1), ("fox", "ledger", 1), ("owl", "orders", 1), ("owl", "host", 1),
         ("elk", "quotes", 1)],
        {"fox": 75, "owl": 50, "elk": 25},
        {"fox": 50, "owl": 25, "elk": 25},
        3750,
    ),
    # Each of two serves everything: all would stop with either, and yet there are two.
    "everything shared": (
        [("fox", "orders", 1), ("owl", "orders", 1)],
        {"fox": 100, "owl": 100},
        {"fox": 50, "owl": 50},
        5000,
    ),
    "amounts": (
        [("fox", "a", 600), ("owl", "b", 300), ("owl", "c", 100)],
        {"fox": 60, "owl": 40},
        {"fox": 60, "owl": 40},
        5200,
    ),
    "one has all": ([("fox", "a", 7)], {"fox": 100, "owl": 0}, {"fox": 100}, 10_000),
    "named twice, counted once": (
        [("fox", "a", 1), ("fox", "a", 1), ("owl", "b", 1)],
        {"fox": 50},
        {"fox": 50, "owl": 50},
        5000,
    ),
    "ten of one size": (
        [(f"group-{each}", f"thing-{each}", 3) for each in range(10)],
        {"group-0": 10},
        {f"group-{each}": 10 for each in range(10)},
        1000,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_as_worked_out_by_hand(name: str) -> None:
    counted, shares, parts, hhi = BY_HAND[name]
    counts = Counts(counted)

    assert {group: counts.percent(group) for group in shares} == pytest.approx(shares)
    assert counts.parts == pytest.approx(parts)
    assert counts.hhi == pytest.approx(hhi)


@pytest.mark.parametrize("counted", [[], [("fox", "free", 0)]])
def test_of_nothing_there_are_no_shares(counted: list[tuple[str, str, float]]) -> None:
    counts = Counts(counted)

    assert (counts.percent("fox"), counts.parts, counts.hhi) == (0, {}, None)


GROUPS, THINGS = st.sampled_from("abcdef"), st.sampled_from("123456789")
SHARED = st.lists(st.tuples(GROUPS, THINGS), min_size=1, max_size=40)
AMOUNTS = st.dictionaries(THINGS, st.integers(1, 10**9), min_size=9, max_size=9)


@given(SHARED, AMOUNTS)
def test_parts_sum_to_100_and_shares_to_more_only_by_what_is_shared(
    having: list[tuple[str, str]], amounts: dict[str, int]
) -> None:
    counts = Counts((group, thing, amounts[thing]) for group, thing in having)
    groups = {group for group, _ in having}
    again = sum(amounts[thing] for _, thing in set(having)) - counts.total

    assert sum(counts.parts.values()) == pytest.approx(100)
    assert sum(map(counts.percent, groups)) == pytest.approx(100 + 100 * again / counts.total)
    assert all(0 < counts.parts[group] <= counts.percent(group) + 1e-9 <= 100 + 1e-6 for group in groups)


@given(SHARED, AMOUNTS)
def test_the_index_lies_between_that_of_equal_parts_and_10_000(
    having: list[tuple[str, str]], amounts: dict[str, int]
) -> None:
    counts = Counts((group, thing, amounts[thing]) for group, thing in having)
    assert counts.hhi is not None
    assert 10_000 / len(counts.things) - 1e-6 <= counts.hhi <= 10_000 + 1e-6


@given(st.lists(st.tuples(THINGS, GROUPS), min_size=1, max_size=9, unique_by=lambda each: each[0]), AMOUNTS)
def test_where_nothing_is_shared_shares_are_parts(having: list[tuple[str, str]], amounts: dict[str, int]) -> None:
    counts = Counts((group, thing, amounts[thing]) for thing, group in having)

    assert {group: counts.percent(group) for _, group in having} == pytest.approx(counts.parts)
    assert counts.hhi == pytest.approx(sum(counts.percent(group) ** 2 for group in counts.things))
