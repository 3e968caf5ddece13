"""Judging in two stages, so that units can be judged side by side.

First each unit is read and judged on its own, and gives what it adds to the whole. Then, with the whole known,
the policies that need it are applied to what was read.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vendorbook.judging.applying import apply, plan_of
from vendorbook.judging.reading import Reader, Reading
from vendorbook.judging.sources import AFRESH, Sources
from vendorbook.judging.units import Unit
from vendorbook.judging.verdict import Judgement
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Decision, Entry, Register, Row, decisions, row
from vendorbook.repository import Snapshot


class Share(NamedTuple):
    """What a unit adds to the whole register, and what it came to on its own."""

    supplier: str
    rows: tuple[Row, ...]
    decisions: tuple[Decision, ...]
    judgement: Judgement


class Worker:
    """Judges a part of the register's units; keeps what it read from the first stage to the second."""

    def __init__(
        self,
        snapshot: Snapshot,
        book: Rulebook,
        as_of: date,
        *,
        findings_only: bool = False,
        sources: Sources = AFRESH,
    ) -> None:
        self._findings_only = findings_only
        self._reader = Reader(snapshot, book, as_of, sources)
        self._book = book
        self._as_of = as_of
        self._alone, self._together = (plan_of(book, whole_register=needs) for needs in (False, True))
        self._kinds_together = {kind for policy in book.policies.values() for kind in policy.needs_register or ()}
        self._readings: dict[str, Reading] = {}

    def first(self, unit: Unit) -> Share:
        """Reads a unit and applies the policies that look at one record."""
        reading = self._reader.read(unit)
        context = self._book.context(self._as_of, Register())
        judged = apply(reading, self._alone, self._book, context, findings_only=self._findings_only)
        found = Judgement(findings=tuple(reading.findings), unjudged=reading.unjudged)
        self._readings[unit.supplier] = self._needed_later(reading)
        counted = [each for each in reading.engagements if each.status != "draft"]
        return Share(
            supplier=unit.supplier,
            rows=tuple(row(each, self._book.systems, self._book.firm) for each in counted),
            decisions=tuple(decisions(reading.supplier)),
            judgement=Judgement.together([found, judged]),
        )

    def _needed_later(self, reading: Reading) -> Reading:
        """The reading without the entries that no policy on the whole register looks at: most of what it holds."""

        def slim(journal: tuple[Entry, ...]) -> tuple[Entry, ...]:
            return tuple(entry for entry in journal if entry.kind in self._kinds_together)

        supplier = reading.supplier._replace(journal=slim(reading.supplier.journal))
        engagements = (each._replace(supplier=supplier, journal=slim(each.journal)) for each in reading.engagements)
        return reading._replace(supplier=supplier, engagements=tuple(engagements))

    def second(self, unit: Unit, register: Register) -> Judgement:
        """Applies the policies that need the whole register to a unit, reading it if the first stage did not.

        While a part of the register cannot be judged there is no whole: shares of it would be wrong everywhere.
        """
        if not register.is_complete:
            return Judgement()
        reading = self._readings.get(unit.supplier) or self._reader.read(unit)
        context = self._book.context(self._as_of, register)
        return apply(reading, self._together, self._book, context, findings_only=self._findings_only)


def whole(shares: Iterable[Share]) -> Register:
    listed = list(shares)
    return Register(
        tuple(row for share in listed for row in share.rows),
        tuple(decision for share in listed for decision in share.decisions),
        is_complete=not any(share.judgement.unjudged for share in listed),
    )
