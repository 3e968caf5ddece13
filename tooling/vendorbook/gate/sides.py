"""The suppliers that a change touches, read and judged as they were and as they will be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from vendorbook.judging.applying import Plan, apply, plan_of
from vendorbook.judging.findings import built_in
from vendorbook.judging.reading import Reader, Reading
from vendorbook.judging.sources import AFRESH, Sources
from vendorbook.judging.units import Unit, units
from vendorbook.judging.verdict import Judgement
from vendorbook.model import Finding
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Decision, Register, Row, decisions, row
from vendorbook.repository import Snapshot
from vendorbook.repository.layout import record_of


class Plans(NamedTuple):
    """The policies that look at one record, and those that need the whole register."""

    alone: Plan
    together: Plan

    @classmethod
    def of(cls, book: Rulebook) -> Plans:
        return cls(plan_of(book, whole_register=False), plan_of(book, whole_register=True))


class Side:
    """The touched suppliers of one snapshot, on a day; what is read is kept, since it is looked at more than once."""

    def __init__(
        self, snapshot: Snapshot, book: Rulebook, as_of: date, plans: Plans, sources: Sources = AFRESH
    ) -> None:
        self.snapshot = snapshot
        self._book = book
        self._as_of = as_of
        self._plans = plans
        reader = Reader(snapshot, book, as_of, sources)
        self.units: list[Unit] = units(snapshot.files())
        self.readings: Mapping[str, Reading] = {unit.supplier: reader.read(unit) for unit in self.units}

    @property
    def records(self) -> list[str]:
        return [record for unit in self.units for record in unit.records]

    @property
    def rows(self) -> tuple[Row, ...]:
        """What the suppliers' engagements add to the whole register."""
        counted = (each for reading in self.readings.values() for each in reading.engagements)
        return tuple(row(each, self._book.systems, self._book.firm) for each in counted if each.status != "draft")

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(each for reading in self.readings.values() for each in decisions(reading.supplier))

    @property
    def unjudged(self) -> tuple[str, ...]:
        return tuple(record for reading in self.readings.values() for record in reading.unjudged)

    def alone(self) -> Judgement:
        """What the records come to, one by one, and what could not be read."""
        context = self._book.context(self._as_of, Register())
        judged = [apply(each, self._plans.alone, self._book, context, findings_only=True) for each in self._sound()]
        read = Judgement(
            findings=tuple(found for reading in self.readings.values() for found in reading.findings),
            unjudged=self.unjudged,
        )
        return Judgement.together([Judgement(findings=tuple(self._refused())), *judged, read])

    def together(self, register: Register) -> Judgement:
        """What the policies that need the whole register find; nothing while it is not whole."""
        if not register.is_complete:
            return Judgement()
        context = self._book.context(self._as_of, register)
        return Judgement.together(
            [apply(each, self._plans.together, self._book, context, findings_only=True) for each in self._sound()]
        )

    def _sound(self) -> list[Reading]:
        return list(self.readings.values())

    def _refused(self) -> Iterator[Finding]:
        for place in self.snapshot.refused():
            yield built_in("record-is-readable", record_of(place.location.path), place, self._book)
