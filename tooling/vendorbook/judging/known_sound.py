"""Files that matched their schemas when the whole register was judged: while they stay as they were, they still do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from vendorbook.judging.kept import Kept
from vendorbook.judging.sources import Afresh, with_problems
from vendorbook.judging.units import Unit
from vendorbook.model import Source
from vendorbook.policies.rulebook import Rulebook
from vendorbook.repository import Snapshot

if TYPE_CHECKING:
    from vendorbook.schema_check.problem import Problem


class KnownSound(Afresh):
    """Reads every file, and holds against its schema what is not known to match it: `sound` are marks of files."""

    def __init__(self, sound: Collection[str]) -> None:
        self._sound = sound

    def checked(self, snapshot: Snapshot, path: str, book: Rulebook) -> tuple[Source, list[Problem]]:
        source = self.read(snapshot, path)
        return (source, []) if _mark(path, snapshot.files()[path]) in self._sound else with_problems(source, book)


def keep(kept: Kept, name: str, units: Sequence[Unit], judged: Collection[str]) -> None:
    """Keeps what `known_sound` gives, of the suppliers all of whose records could be judged."""
    kept.save_parts(f"sound {name}", {unit.supplier: _marks(unit) for unit in units if unit.supplier in judged})


def known_sound(kept: Kept, name: str, suppliers: Collection[str]) -> KnownSound:
    """What is known of some suppliers' files from the last run under a name."""
    parts = kept.load_parts(f"sound {name}")
    return KnownSound({mark for supplier in suppliers for mark in (parts and parts.get(supplier)) or ()})


def _marks(unit: Unit) -> list[str]:
    return [_mark(path, id) for path, id in unit.files.items() if path.endswith(".yaml")]


def _mark(path: str, id: str) -> str:
    """A file as it is, in few letters: of tens of thousands one line is looked for."""
    return sha256(f"{path}\0{id}".encode()).hexdigest()[:16]
