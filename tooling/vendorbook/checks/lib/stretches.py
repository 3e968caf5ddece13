"""Stretches of days on which something lasts, and the pauses between them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

_ONE_DAY = timedelta(days=1)


class Stretch(NamedTuple):
    """From the first day to the last one, both counted; `date.max` as the last day is without end."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same days in as few stretches as they take, the earliest first."""
    whole: list[Stretch] = []
    # What ends before it begins has no days.
    for each in sorted(each for each in stretches if each.first <= each.last):
        if whole and (whole[-1].last == date.max or each.first <= whole[-1].last + _ONE_DAY):
            whole[-1] = Stretch(whole[-1].first, max(whole[-1].last, each.last))
        else:
            whole.append(each)
    return whole


def pauses(whole: list[Stretch]) -> list[Stretch]:
    """What lies between joined stretches."""
    return [Stretch(one.last + _ONE_DAY, other.first - _ONE_DAY) for one, other in pairwise(whole)]
