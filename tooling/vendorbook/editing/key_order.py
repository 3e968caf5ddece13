"""The order of keys: that in which a kind's schema lists them, which is that of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vendorbook.editing.parts import Way
from vendorbook.model import Plain
from vendorbook.schema_check import Schemas, walking


class KeyOrder:
    """What a schema says of the keys of a file's blocks."""

    def __init__(self, schemas: Schemas, kind: str | None, value: Plain) -> None:
        self._schemas = schemas
        self._kind = kind
        self._value = value
        self._known: dict[tuple[str, ...], dict[str, int]] = {}

    def of(self, way: Way, keys: Iterable[str]) -> list[str]:
        """The keys of the block at a way, in their order; keys that the schema does not know come last, as they are."""
        ranks = self._ranks(tuple(step for step in way if isinstance(step, str)), way)
        return sorted(keys, key=lambda key: ranks.get(key, len(ranks)))

    def _ranks(self, name: tuple[str, ...], way: Way) -> dict[str, int]:
        if self._kind is None:
            return {}
        if name not in self._known:
            kind, inner = self._where(way)
            parts = walking.at(self._schemas.bundle(kind), inner) if kind in self._schemas.kinds else ()
            listed = dict.fromkeys(key for part in parts for key in _keys(part))
            self._known[name] = {key: rank for rank, key in enumerate(listed)}
        return self._known[name]

    def _where(self, way: Way) -> tuple[str, Sequence[str | int]]:
        """A correction's `entry` is written as the entry that it replaces."""
        kind = self._kind or ""
        entry = self._value.get("entry") if isinstance(self._value, dict) else None
        if kind == "journal/correction" and way[:1] == ("entry",) and isinstance(entry, dict):
            return f"journal/{entry.get('kind')}", way[1:]
        return kind, way


def _keys(part: Mapping[str, object]) -> Iterable[str]:
    fields = part.get("properties")
    return fields if isinstance(fields, dict) else ()
