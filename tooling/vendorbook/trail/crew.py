"""The suppliers that a change leaves alone, gone through again for every change: what each adds is kept by content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import NamedTuple, TypeAlias

from vendorbook.gate.others import Crew
from vendorbook.judging.progress import Told
from vendorbook.judging.stages import Share, Worker
from vendorbook.judging.units import Unit
from vendorbook.judging.verdict import Judgement
from vendorbook.model import Source
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Register
from vendorbook.schema_check import Schemas

Known: TypeAlias = "dict[tuple[Rests, str, date | None], Share]"


class Rests(NamedTuple):
    """What of the rules a share rests on, by identity: whoever reads rulebooks gives one object for one content."""

    schemas: Schemas
    firm: Source
    systems: Source | None

    @classmethod
    def of(cls, book: Rulebook) -> Rests:
        systems = next(iter(book.systems.values()), None)
        return cls(book.schemas, book.firm.source, systems.source if systems else None)


class Shares:
    """What suppliers add to the whole register, by the rules, by their content and, where it matters, by the day."""

    def __init__(self) -> None:
        self._known: Known = {}

    def crew(self, book: Rulebook, as_of: date) -> Crew:
        """Who goes through the suppliers for a change that is judged by some rules on a day."""
        return partial(self._at_work, Rests.of(book), as_of)

    @contextmanager
    def _at_work(
        self, rests: Rests, as_of: date, worker: Worker, units: Sequence[Unit], _told: Told
    ) -> Iterator[_Judges]:
        yield _Judges(self._known, rests, as_of, worker, units)


class _Judges:
    """As `Team`, in one process; a change is one of many, and those are what is dealt out to processes."""

    def __init__(
        self,
        known: Known,
        rests: Rests,
        as_of: date,
        worker: Worker,
        units: Sequence[Unit],
    ) -> None:
        self._known = known
        self._rests = rests
        self._as_of = as_of
        self._worker = worker
        self._units = units

    def first(self) -> list[Share]:
        return [self._share(unit) for unit in self._units]

    def second(self, register: Register) -> list[tuple[str, Judgement]]:
        return [(unit.supplier, self._worker.second(unit, register)) for unit in self._units]

    def _share(self, unit: Unit) -> Share:
        # Rows are the same on any day; which entries of the supplier's own journal there are yet is not.
        depends_on_day = any(path.startswith(f"vendors/{unit.supplier}/journal/") for path in unit.files)
        key = self._rests, f"{unit.supplier} {unit.digest}", self._as_of if depends_on_day else None
        if key not in self._known:
            self._known[key] = self._worker.first(unit)
        return self._known[key]
