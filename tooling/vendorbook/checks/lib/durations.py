"""ISO 8601 durations that are compared with one another: how long something may take."""

from __future__ import annotations

import re
from datetime import timedelta

_SHAPE = re.compile(
    r"P(?=.)(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<weeks>[0-9]+)W)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=.)(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+)S)?)?"
)
_DAYS_A_YEAR, _DAYS_A_MONTH = 365, 30


def length(text: str) -> timedelta:
    """How long `PT4H` or `P1D` is. A year counts 365 days and a month 30: near enough for a target."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        raise ValueError(f"not a duration: {text}")
    parts = {name: int(number) for name, number in found.groupdict(default="0").items()}
    years, months = parts.pop("years"), parts.pop("months")
    try:
        return timedelta(**parts) + timedelta(days=years * _DAYS_A_YEAR + months * _DAYS_A_MONTH)
    except OverflowError:
        return timedelta.max
