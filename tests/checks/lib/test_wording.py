"""Names in a row, as many as a reader wants, and how long something took."""

from __future__ import annotations

from datetime import timedelta

import pytest

from vendorbook.checks.lib.wording import first_of, spoken


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["a"], ("a", "a")),
        (list("abcde"), ("a、b、c、d、e", "a, b, c, d, e")),
        (list("abcdef"), ("a、b、c、d、e、另有 1 項", "a, b, c, d, e, and 1 more")),
        (list("abcde") * 200, ("a、b、c、d、e、另有 995 項", "a, b, c, d, e, and 995 more")),
        (["x" * 60], ("x" * 60, "x" * 60)),
        (["x" * 61], ("x" * 59 + "…", "x" * 59 + "…")),
    ],
)
def test_a_few_names_stand_for_many(names: list[str], said: tuple[str, str]) -> None:
    assert first_of(names) == said


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(minutes=31), ("31 分", "31 min")),
        (timedelta(minutes=30, seconds=1), ("31 分", "31 min")),
        (timedelta(hours=24), ("24 小時", "24 h")),
        (timedelta(hours=2, minutes=35), ("2 小時 35 分", "2 h 35 min")),
        (timedelta(), ("0 分", "0 min")),
    ],
)
def test_a_span_is_said_in_hours_and_minutes(span: timedelta, said: tuple[str, str]) -> None:
    assert spoken(span) == said
