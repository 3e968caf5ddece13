"""Durations are compared by how long they are, however they are written."""

from __future__ import annotations

from datetime import timedelta

import pytest

from vendorbook.checks.lib.durations import length


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PT4H", timedelta(hours=4)),
        ("PT90M", timedelta(hours=1, minutes=30)),
        ("PT3600S", timedelta(hours=1)),
        ("P1D", timedelta(hours=24)),
        ("P1W", timedelta(days=7)),
        ("P1DT12H", timedelta(hours=36)),
        ("PT0S", timedelta()),
        ("P1M", timedelta(days=30)),
        ("P1Y", timedelta(days=365)),
        ("P99999999999999999Y", timedelta.max),
        ("P1Y2M3W4DT5H6M7S", timedelta(days=365 + 60 + 21 + 4, hours=5, minutes=6, seconds=7)),
    ],
)
def test_a_duration_is_as_long_as_it_says(text: str, expected: timedelta) -> None:
    assert length(text) == expected


@pytest.mark.parametrize("text", ["", "P", "PT", "P1DT", "4H", "PT4", "PT4h", "P1H", "P-1D", "PT1.5H", "PT4H ", "PT٤H"])
def test_what_is_no_duration_is_never_taken_for_a_short_one(text: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        length(text)
