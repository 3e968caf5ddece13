"""Days as people write them in Taiwan: ISO, 民國, serial numbers. What leaves a doubt is not read at all."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from vendorbook.model import as_date

_ROC = 1911
_WRITTEN = re.compile(
    r"(?P<era>中華民國|民國|西元|公元)?\s*(?P<year>[0-9]{1,4})\s*[年/.\-]\s*(?P<month>[0-9]{1,2})\s*[月/.\-]\s*(?P<day>[0-9]{1,2})\s*日?"
)
_ISO = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_DIGITS = re.compile(r"(?P<year>[0-9]{3,4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_MIDNIGHT = re.compile(r"[ T]0?0:00(?::00)?(?:\.0+)?$")
_SERIALS = range(20_000, 80_000)
"""Serial numbers of 1954 to 2119: what a day may be where a sheet lost its format."""

_TO = re.compile(r"\s*(?:~|〜|～|至|迄|–|—)\s*")  # dashes that people write


def day(value: object) -> str | None:
    """The ISO date of what stands in a cell; None where that is no day, or could be several."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _of_number(value)
    text = _MIDNIGHT.sub("", unicodedata.normalize("NFKC", str(value)).strip())
    if _ISO.fullmatch(text):  # as records have it, of any year
        return text if as_date(text) else None
    if found := _WRITTEN.fullmatch(text):
        return _checked(_year(found["year"], found["era"] or ""), found["month"], found["day"])
    return _of_number(int(text)) if text.isascii() and text.isdigit() and len(text) <= 8 else None


def span(value: object) -> tuple[str, str] | None:
    """First and last day of a text like 113/1/1~115/12/31; None where it is none."""
    parts = _TO.split(unicodedata.normalize("NFKC", str(value)).strip())
    if len(parts) != 2:
        return None
    first, last = map(day, parts)
    return (first, last) if first and last else None


def _of_number(value: float) -> str | None:
    if value != int(value):
        return None
    number = int(value)
    if number in _SERIALS:
        return (date(1899, 12, 30) + timedelta(days=number)).isoformat()
    if found := _DIGITS.fullmatch(str(number)):
        return _checked(_year(found["year"], ""), found["month"], found["day"])
    return None


def _year(written: str, era: str) -> int:
    """0 where it cannot be told: two digits without an era may be of either calendar."""
    number = int(written)
    if era in ("民國", "中華民國"):
        return number + _ROC if number < 1000 else 0
    if len(written) == 4:
        return number
    return number + _ROC if len(written) == 3 and not era else 0


def _checked(year: int, month: str, of_month: str) -> str | None:
    try:
        return date(year, int(month), int(of_month)).isoformat() if 1900 < year < 2200 else None
    except ValueError:
        return None
