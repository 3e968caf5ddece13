"""Values that the schema does not take but whose meaning is plain: truth values, dates and ids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from vendorbook.model import Plain

_TRUTH: Mapping[str, bool] = {
    **dict.fromkeys(("true", "yes", "y", "on", "是"), True),
    **dict.fromkeys(("false", "no", "n", "off", "否"), False),
}
_YEAR_OF_THE_REPUBLIC = 1911
_DATE = re.compile(
    r"(?P<era>民國 ?)?(?P<year>[0-9]{1,4}) ?[-/.年] ?(?P<month>[0-9]{1,2}) ?[-/.月] ?(?P<day>[0-9]{1,2})(?: ?日)?"
)


def respelt(value: Plain, parts: Iterable[Mapping[str, Any]]) -> Plain:
    """The value as the schema's `parts` take it, where there is one way to write it so; else as it is."""
    if not isinstance(value, str):
        return value
    for part in parts:
        if part.get("type") == "boolean" and value.lower() in _TRUTH:
            return _TRUTH[value.lower()]
        if part.get("format") == "date" and (day := _day(value)):
            return day
        if "pattern" in part and part.get("maxLength", 0) <= _LONGEST_ID and (id := _id(value, part["pattern"])):
            return id
    return value


_LONGEST_ID = 129


def _day(value: str) -> str | None:
    """As ISO text; a year of three digits, or after 民國, is one of the Republic. A year of two could be either."""
    found = _DATE.fullmatch(unicodedata.normalize("NFKC", value).strip())
    if found is None or (len(found["year"]) < 3 and not found["era"]):
        return None
    year = int(found["year"])
    is_of_the_republic = bool(found["era"]) or len(found["year"]) == 3
    try:
        return date(
            year + is_of_the_republic * _YEAR_OF_THE_REPUBLIC, int(found["month"]), int(found["day"])
        ).isoformat()
    except ValueError:
        return None


def _id(value: str, pattern: str) -> str | None:
    """In lower case, with hyphens, in half-width characters; only where the schema takes that and not the value."""
    if re.search(pattern, value):
        return None
    plainly = unicodedata.normalize("NFKC", value).strip().lower()
    candidate = re.sub(r"[\s_.]+", "-", plainly)
    return candidate if candidate.isascii() and re.search(pattern, candidate) else None
