"""Spells of service, each from a day until a day, one after another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vendorbook.model import Node

_OPEN = date.max
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False)
class Spell:
    """What `at` says lasts from `start` to `until`, both days counted; no `until` is without end."""

    at: Node
    start: date
    until: date | None

    @property
    def last(self) -> date:
        return self.until or _OPEN


def last_in_a_row(spells: Iterable[Spell], as_of: date) -> Spell | None:
    """The spell with which the unbroken service ends that was begun by a day; None when none had begun.

    Service that has ended counts too: its end is then in the past. A later spell continues it when it begins
    no later than the day after.
    """
    last: Spell | None = None
    for spell in sorted(spells, key=lambda spell: spell.start):
        begun = spell.start <= as_of
        continues = last is not None and last.last < _OPEN and spell.start <= last.last + _ONE_DAY
        if (begun or continues) and (last is None or spell.last > last.last):
            last = spell
    return last
