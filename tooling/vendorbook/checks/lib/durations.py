"""ISO 8601 durations that are compared with one another: how long something may take."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache

from vendorbook.checks.lib.iso8601 import parts

_DAYS_A_YEAR, _DAYS_A_MONTH = 365, 30


@lru_cache(maxsize=256)
def length(text: str) -> timedelta:
    """How long `PT4H` or `P1D` is. A year counts 365 days and a month 30: near enough for a target."""
    found = parts(text)
    years, months = found.pop("years"), found.pop("months")
    try:
        return timedelta(**found) + timedelta(days=years * _DAYS_A_YEAR + months * _DAYS_A_MONTH)
    except OverflowError:
        return timedelta.max
