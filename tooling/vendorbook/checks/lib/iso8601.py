"""The parts of an ISO 8601 duration, such as P6M or PT4H."""

from __future__ import annotations

import re

_SHAPE = re.compile(
    r"P(?=.)(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<weeks>[0-9]+)W)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=.)(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+)S)?)?"
)


def parts(text: str) -> dict[str, int]:
    """Years, months, weeks, days, hours, minutes and seconds by name; raises ValueError where it is no duration."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        raise ValueError(f"not a duration: {text}")
    return {name: int(number) for name, number in found.groupdict(default="0").items()}
