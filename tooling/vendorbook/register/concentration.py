"""What only the whole register shows: how much of the firm's outsourcing hangs on one supplier group."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

BASES = ("engagements", "core-systems", "annual-spend")
_WHOLE = ""
"""Where the whole register is counted, beside its groups."""


class Row(NamedTuple):
    """An engagement in one line, enough to count it. `annual_spend` is in the firm's currency."""

    id: str
    supplier: str
    group: str
    status: str
    starts_on: date | None
    ended_on: date | None
    systems: tuple[str, ...]
    core_systems: tuple[str, ...]
    annual_spend: float
    subcontractors: tuple[str, ...]
    real_time_quotes: bool = False

    def in_force(self, on: date) -> bool:
        """Between its first day and its last one, both counted; a contract that is not over has no last day."""
        if self.starts_on is None or self.starts_on > on:
            return False
        return self.ended_on is None or on <= self.ended_on


class Decision(NamedTuple):
    """A diversification decision (Article 3 item 2): which measures of concentration it accepts, and until when."""

    supplier: str
    group: str
    covers: tuple[str, ...]
    decided_on: date
    approved_on: date | None
    expires_on: date | None


class Register:
    """Every engagement that is not a draft, and every diversification decision.

    Where a record could not be judged, `is_complete` is False: figures on the whole would then be wrong.
    """

    def __init__(
        self, rows: tuple[Row, ...] = (), decisions: tuple[Decision, ...] = (), *, is_complete: bool = True
    ) -> None:
        self.rows = rows
        self.decisions = decisions
        self.is_complete = is_complete
        self._groups = {row.supplier: row.group for row in rows}
        self._rows = {row.id: row for row in rows}
        self._running = {row.supplier for row in rows if row.status in ("active", "ending")}
        self._counts: dict[tuple[str, date], _Counts] = {}

    def group_of(self, supplier: str) -> str:
        """The group a supplier counts with; a supplier without engagements counts alone."""
        return self._groups.get(supplier, supplier)

    def is_at_work(self, supplier: str) -> bool:
        """Whether an engagement of the supplier is running: what held for others is past, or still to come."""
        return supplier in self._running

    def share(self, group: str, basis: str, on: date, including: str = "") -> float:
        """Percent of the firm's outsourcing in force on a day that is a group's; 0 when nothing is in force.

        `basis` is one of engagements, core-systems (distinct ones) or annual-spend. `including` names an
        engagement that counts as in force on that day: the one that an assessment is about.
        """
        counts = self._counts_on(basis, on)
        own, total = counts.amount(group), counts.amount(_WHOLE)
        extra = self._rows.get(including)
        if extra is not None and not extra.in_force(on):
            own += counts.added(group, extra, basis) if extra.group == group else 0.0
            total += counts.added(_WHOLE, extra, basis)
        return 100 * own / total if total else 0.0

    def _counts_on(self, basis: str, on: date) -> _Counts:
        if (basis, on) not in self._counts:
            self._counts[basis, on] = _Counts.of((row for row in self.rows if row.in_force(on)), basis)
        return self._counts[basis, on]


class _Counts(NamedTuple):
    """For each group, and for the whole, the distinct things counted, and what they come to."""

    things: dict[str, dict[str, float]]
    amounts: dict[str, float]

    @classmethod
    def of(cls, rows: Iterable[Row], basis: str) -> _Counts:
        things: dict[str, dict[str, float]] = {_WHOLE: {}}
        for row in rows:
            counted = _counted(row, basis)
            things.setdefault(row.group, {}).update(counted)
            things[_WHOLE].update(counted)
        return cls(things, {group: sum(counted.values()) for group, counted in things.items()})

    def amount(self, group: str) -> float:
        return self.amounts.get(group, 0.0)

    def added(self, group: str, row: Row, basis: str) -> float:
        """What one more engagement would add to a group."""
        known = self.things.get(group, {})
        return sum(amount for thing, amount in _counted(row, basis).items() if thing not in known)


def _counted(row: Row, basis: str) -> dict[str, float]:
    """What one engagement contributes; a system that two engagements share has one name and counts once."""
    if basis == "core-systems":
        return dict.fromkeys(row.core_systems, 1.0)
    return {row.id: row.annual_spend if basis == "annual-spend" else 1.0}
