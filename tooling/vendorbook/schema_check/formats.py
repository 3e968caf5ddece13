"""The formats that schemas may use: each is enforced by both validators, and a self-test says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})"
_PERIOD = r"P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?)?"


def is_date(value: object) -> bool:
    """A day that the calendar has, written YYYY-MM-DD."""
    return not isinstance(value, str) or (re.fullmatch(_DATE, value) is not None and _parses(date, value))


def is_moment(value: object) -> bool:
    """A day and time with seconds and an offset from UTC."""
    return not isinstance(value, str) or (re.fullmatch(_MOMENT, value) is not None and _parses(datetime, value))


def is_period(value: object) -> bool:
    """A length of time in calendar units and hours: P6M, P1Y, PT4H, P1DT12H."""
    return not isinstance(value, str) or re.fullmatch(_PERIOD, value) is not None


FORMATS: Mapping[str, Callable[[object], bool]] = {
    "date": is_date,
    "date-time": is_moment,
    "period": is_period,
}

_SAMPLES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "date": ("2024-02-29", ("2026-02-30", "20260101", "2026-1-1", "2026-01-01\n", "")),
    "date-time": (
        "2026-11-22T21:30:00+08:00",
        ("2026-11-22", "2026-11-22T24:30:00+08:00", "2026-11-22T21:30:00"),
    ),
    "period": ("P1Y6M", ("P", "PT", "6M", "P6M\n", "P1.5Y", "-P1D", "")),
}


def formats_are_enforced() -> bool:
    """Tries each format with both validators on good and bad values; False when one judges wrongly."""
    from vendorbook.schema_check.faults import validator
    from vendorbook.schema_check.judging import judge

    for name, (good, bad) in _SAMPLES.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "format": name}
        for verdict in (judge(schema).is_valid, validator(schema).is_valid):
            if not verdict(good) or any(verdict(value) for value in bad):
                return False
    return True


def _parses(kind: type[date], value: str) -> bool:
    try:
        kind.fromisoformat(value)
    except ValueError:
        return False
    return True
