"""The suppliers that a change does not touch: what they add to the whole, and what the whole says of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import NamedTuple, Protocol

from vendorbook import repository
from vendorbook.gate.sides import Side
from vendorbook.judging import Rules
from vendorbook.judging.progress import Told
from vendorbook.judging.reading import Reading
from vendorbook.judging.side_by_side import team
from vendorbook.judging.sources import AFRESH, Sources
from vendorbook.judging.stages import Share, Worker
from vendorbook.judging.units import Unit, units
from vendorbook.judging.verdict import Judgement
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Register, decisions, row
from vendorbook.repository import Snapshot
from vendorbook.repository.git_objects import Commit


class Together(NamedTuple):
    """What the policies on the whole register find, before and after the change."""

    before: Judgement
    after: Judgement


class _Counter(Worker):
    """Reads units for what they add to the whole, and applies to them only what the whole is needed for."""

    def first(self, unit: Unit) -> Share:
        reading: Reading = self._reader.read(unit)
        self._readings[unit.supplier] = reading
        counted = [each for each in reading.engagements if each.status != "draft"]
        return Share(
            supplier=unit.supplier,
            rows=tuple(row(each, self._book.systems, self._book.firm) for each in counted),
            decisions=tuple(decisions(reading.supplier)),
            judgement=Judgement(unjudged=reading.unjudged),
        )


def own_rules(snapshot: Snapshot) -> Rules:
    """The rules by which a snapshot says that it is judged."""
    return Rules(repository.rules_of(snapshot), None, snapshot.refused())


class Crew(Protocol):
    """Who goes through the other suppliers: as `team`, which has them read anew."""

    def __call__(self, worker: Worker, units: Sequence[Unit], told: Told) -> AbstractContextManager[Judges]: ...


class Judges(Protocol):
    """Both stages, for the units that they were given."""

    def first(self) -> Sequence[Share]: ...

    def second(self, register: Register) -> Sequence[tuple[str, Judgement]]: ...


class Means(NamedTuple):
    """What judging goes about with: how files are read, and who goes through the suppliers that a change leaves alone.

    Whoever judges many changes of one history need not read the same again and again, nor see what changed rules would
    say of the register: whether they can judge at all is part of the verdict, the rest is for a reviewer.
    """

    sources: Sources = AFRESH
    crew: Crew = team
    rules: Callable[[Snapshot], Rules] = own_rules
    shows_new_rules: bool = True


def together(
    snapshot: Snapshot,
    book: Rulebook,
    as_of: date,
    sides: tuple[Side, Side],
    told: Told,
    means: Means,
) -> Together:
    """Applies those policies to the touched suppliers and, if the change alters the whole, to all others.

    `snapshot` is the whole register as it was: what is not touched is the same on both sides.
    """
    before, after = sides
    alters_the_whole = (before.rows, before.decisions) != (after.rows, after.decisions)
    touched = {unit.supplier for side in sides for unit in side.units}
    kinds = kinds_of_the_whole(book) if alters_the_whole else ()
    others = [_slim(unit, kinds) for unit in units(snapshot.files()) if unit.supplier not in touched]
    if isinstance(snapshot, Commit):
        snapshot.read_ahead([path for unit in others for path in unit.files])
    worker = _Counter(snapshot, book, as_of, findings_only=True, sources=means.sources)
    with means.crew(worker, others, told) as judges:
        shares = judges.first()
        wholes = [_whole(shares, side) for side in sides]
        judged = [[side.together(whole)] for side, whole in zip(sides, wholes, strict=True)]
        if alters_the_whole:
            for found, whole in zip(judged, wholes, strict=True):
                found.extend(judgement for _, judgement in judges.second(whole))
    return Together(*(Judgement.together(parts) for parts in judged))


def _whole(shares: Sequence[Share], side: Side) -> Register:
    rows = [row for share in shares for row in share.rows]
    decided = [each for share in shares for each in share.decisions]
    is_complete = not side.unjudged and not any(share.judgement.unjudged for share in shares)
    return Register((*rows, *side.rows), (*decided, *side.decisions), is_complete=is_complete)


def kinds_of_the_whole(book: Rulebook) -> tuple[str, ...]:
    """The kinds of entries that some policy on the whole register looks at."""
    return tuple({kind for policy in book.policies.values() for kind in policy.needs_register or ()})


def _slim(unit: Unit, kinds: Collection[str]) -> Unit:
    """The unit without the files that nobody asks for here: most of what it holds."""
    return unit._replace(files={path: id for path, id in unit.files.items() if _is_needed(unit, path, kinds)})


def _is_needed(unit: Unit, path: str, kinds: Collection[str]) -> bool:
    return unit.tells_of_records(path) or is_entry_of(path, kinds)


def is_entry_of(path: str, kinds: Collection[str]) -> bool:
    """Whether a file is an entry of one of these kinds, by its name; a correction may stand for one of any kind."""
    kind = path.rpartition("/")[2][len("2026-01-01-") :]  # the name begins with the day
    return "/journal/" in path and kind.startswith((*kinds, "correction"))
