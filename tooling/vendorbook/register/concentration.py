"""What only the whole register shows: how much of the firm's outsourcing hangs on one supplier group."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vendorbook.register.counts import Counts
from vendorbook.register.spend import Spend, counting_on

BASES = ("engagements", "core-systems", "annual-spend")


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
    annual_spend: Spend
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
        self._counts: dict[tuple[str, date], Counts | None] = {}

    def group_of(self, supplier: str) -> str:
        """The group a supplier counts with; a supplier without engagements counts alone."""
        return self._groups.get(supplier, supplier)

    def is_at_work(self, supplier: str) -> bool:
        """Whether an engagement of the supplier is running: what held for others is past, or still to come."""
        return supplier in self._running

    def counts(self, basis: str, on: date) -> Counts | None:
        """What is in force on a day, by group; None while the cost of some of it cannot be counted.

        `basis` is one of engagements, core-systems (distinct ones) or annual-spend.
        """
        if (basis, on) not in self._counts:
            rows = [row for row in self.rows if row.in_force(on)]
            unknown = basis == "annual-spend" and not all(row.annual_spend for row in rows)
            self._counts[basis, on] = None if unknown else Counts(_counted(rows, basis, on))
        return self._counts[basis, on]

    def share(self, group: str, basis: str, on: date, including: str = "") -> float | None:
        """Percent of the firm's outsourcing in force on a day that is a group's; 0 when nothing is in force.

        `including` names an engagement that counts as in force on that day: the one that an assessment is about.
        None while the cost of some of it cannot be counted.
        """
        counts = self.counts(basis, on)
        extra = self._rows.get(including)
        if counts is None or extra is None or extra.in_force(on):
            return None if counts is None else counts.percent(group)
        if basis == "annual-spend" and not extra.annual_spend:
            return None
        more = list(_counted([extra], basis, on))
        own = counts.amount(group) + (_added(more, counts.things.get(group, {})) if extra.group == group else 0.0)
        total = counts.total + _added(more, counts.whole)
        return 100 * own / total if total else 0.0

    def accepting(self, group: str, basis: str, on: date) -> Decision | None:
        """The approved decision on a group, by a basis, that lasts longest; it may have run out by that day."""
        approved = [
            decision
            for decision in self.decisions
            if decision.group == group
            and basis in decision.covers
            and decision.expires_on is not None
            and decision.approved_on is not None
            and decision.approved_on <= on
        ]
        return max(approved, key=lambda decision: str(decision.expires_on), default=None)


def _counted(rows: Iterable[Row], basis: str, on: date) -> Iterator[tuple[str, str, float]]:
    """What engagements contribute; a system that two of them share has one name and counts once."""
    if basis == "core-systems":
        return ((row.group, system, 1.0) for row in rows for system in row.core_systems)
    if basis == "annual-spend":
        return ((row.group, row.id, counting_on(row.annual_spend, on) or 0.0) for row in rows)
    return ((row.group, row.id, 1.0) for row in rows)


def _added(more: Iterable[tuple[str, str, float]], known: dict[str, float]) -> float:
    """What one more engagement would add to things that are counted already."""
    return sum(amount for _, thing, amount in more if thing not in known)
