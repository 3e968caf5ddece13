"""Shares of a whole: what each group has of distinct things, some of which several groups may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property


class Counts:
    """Things with their amounts, by group: engagements, systems, or what is spent on them.

    A thing that several groups have (a core system that two of them serve) is in the share of each and in the whole
    once: so shares may come to more than 100.
    """

    def __init__(self, counted: Iterable[tuple[str, str, float]]) -> None:
        """From group, thing and amount; a thing has the same amount wherever it is named."""
        self.things: dict[str, dict[str, float]] = {}
        whole: dict[str, float] = {}
        for group, thing, amount in counted:
            own = self.things.get(group)
            if own is None:
                own = self.things[group] = {}
            own[thing] = whole[thing] = amount
        self.whole = whole
        self.total = sum(whole.values())
        self._amounts: dict[str, float] = {}

    def amount(self, group: str) -> float:
        if group not in self._amounts:  # a glance at one engagement asks for a few groups of hundreds
            self._amounts[group] = sum(self.things.get(group, {}).values(), 0.0)
        return self._amounts[group]

    def percent(self, group: str) -> float:
        """A group's share of the whole; 0 of nothing."""
        return 100 * self.amount(group) / self.total if self.total else 0.0

    @cached_property
    def parts(self) -> dict[str, float]:
        """Percent of the whole by group, what several groups have divided equally between them: these sum to 100."""
        if not self.total:
            return {}
        having = Counter(thing for own in self.things.values() for thing in own)
        return {
            group: 100 * sum(amount / having[thing] for thing, amount in own.items()) / self.total
            for group, own in self.things.items()
        }

    @property
    def hhi(self) -> float | None:
        """The Herfindahl-Hirschman index, the sum of the squared parts.

        It is 10,000 where one group has all, 10,000/n where n groups have equal parts; None of nothing.
        """
        return sum(part * part for part in self.parts.values()) if self.total else None
