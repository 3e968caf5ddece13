"""How records stand on obligations."""

from __future__ import annotations

from collections import Counter

import pytest

from vendorbook.site.gathering import Site
from vendorbook.site.standing import (
    FAILS,
    HOLDS,
    ICONS,
    LEGACY,
    NOT_APPLICABLE,
    STATES,
    UNJUDGED,
    WAIVED,
    worst,
)


def test_the_counts_are_those_of_the_coverage(site: Site) -> None:
    for cover in site.coverage:
        states = Counter(site.standings.of(record, cover.obligation).state for record in site.verdict.records)
        counts = tuple(states[state] for state in (HOLDS, FAILS, WAIVED, LEGACY))
        assert counts == (cover.holds, cover.fails, cover.waived, cover.legacy), cover.obligation


def test_a_state_that_is_not_holding_has_what_is_behind_it(site: Site) -> None:
    for record in site.verdict.records:
        for name in site.book.obligations:
            each = site.standings.of(record, name)
            if each.state in (FAILS, WAIVED, LEGACY):
                assert each.findings, (record, name)
            if each.state == HOLDS:
                assert each.policies


@pytest.mark.parametrize(
    ("states", "told"),
    [
        ([], NOT_APPLICABLE),
        ([HOLDS, NOT_APPLICABLE], HOLDS),
        ([HOLDS, LEGACY, WAIVED], WAIVED),
        ([HOLDS, FAILS, UNJUDGED], FAILS),
        ([HOLDS, UNJUDGED, WAIVED], UNJUDGED),
    ],
)
def test_the_worst_is_told(states: list[str], told: str) -> None:
    assert worst(states) == told


def test_every_state_has_an_icon_of_its_own() -> None:
    assert ICONS.keys() == set(STATES)
    assert len(set(ICONS.values())) == len(STATES)
