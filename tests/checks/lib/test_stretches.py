"""Stretches of days: joining them loses no day and invents none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorbook.checks.lib.stretches import Stretch, joined, pauses

START = date(2024, 1, 1)
OFFSETS = st.integers(0, 60)
ENDS = st.one_of(OFFSETS, st.just(-1))
STRETCHES = st.lists(st.builds(lambda one, other: Stretch(on(one), on(other)), OFFSETS, ENDS), max_size=6)


def on(offset: int) -> date:
    return date.max if offset < 0 else START + timedelta(days=offset)


@pytest.mark.parametrize(
    ("apart", "expected"),
    [
        ([], []),
        ([(5, 9), (0, 3)], [(0, 3), (5, 9)]),
        ([(0, 3), (4, 9)], [(0, 9)]),
        ([(0, 9), (2, 3)], [(0, 9)]),
        ([(0, -1), (2, 3)], [(0, -1)]),
        ([(9, 3)], []),
    ],
)
def test_stretches_are_joined(apart: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    whole = joined(Stretch(on(first), on(last)) for first, last in apart)

    assert whole == [Stretch(on(first), on(last)) for first, last in expected]


@given(STRETCHES)
def test_a_day_is_in_the_joined_stretches_just_when_it_was_in_one_of_them(stretches: list[Stretch]) -> None:
    whole = joined(stretches)

    for offset in range(62):
        day = on(offset)
        assert any(day in each for each in stretches) == any(day in each for each in whole)


@given(STRETCHES)
def test_between_first_and_last_a_day_is_in_a_stretch_or_in_a_pause(stretches: list[Stretch]) -> None:
    whole = joined(stretches)

    assert all(pause.days > 0 for pause in pauses(whole))
    for offset in range(62):
        day = on(offset)
        if whole and whole[0].first <= day <= whole[-1].last:
            assert any(day in each for each in whole) != any(day in pause for pause in pauses(whole))
