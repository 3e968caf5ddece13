"""Lines of the register's files that may be quoted: none that holds a value which must not leave the firm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vendorbook import yaml_source
from vendorbook.judging import Rules
from vendorbook.model import Node, Unreadable
from vendorbook.repository import Snapshot
from vendorbook.schema_check import Schemas, kind_of


class Quotes:
    """Called with a path and a line's number, gives the line, or None where it is not there or not to be shown."""

    def __init__(self, snapshot: Snapshot, rules: Rules) -> None:
        self._snapshot = snapshot
        self._rules = rules
        self._lines = cache(self._read)

    def __call__(self, path: str, number: int) -> str | None:
        lines = self._lines(path)
        return lines[number - 1] if 0 < number <= len(lines) else None

    def _read(self, path: str) -> list[str | None]:
        if path not in self._snapshot.files():
            return []
        try:
            data = self._snapshot.read(path)
        except Unreadable:
            return []
        text = data.decode("utf-8", "replace").split("\n")
        hidden = self._hidden(path, data, text)
        return [None if number in hidden else line for number, line in enumerate(text, 1)]

    def _hidden(self, path: str, data: bytes, text: list[str]) -> set[int]:
        kind = kind_of(path)
        schemas = self._rules.book.schemas
        if kind is None or kind not in schemas.kinds:
            return set()
        try:
            root = yaml_source.read(data, path).root
        except Unreadable:
            # What the file says is not known: a line that names such a field is taken to hold one.
            names = [f"{name}:" for name in schemas.confidential_names(kind)]
            return {number for number, line in enumerate(text, 1) if any(name in line for name in names)}
        return {line for node in _confidential(root, kind, schemas) for line in _lines_of(node)}


def _confidential(node: Node, kind: str, schemas: Schemas) -> Iterator[Node]:
    for below in [*node.fields(), *node.items()]:
        if schemas.confidential(kind, below.way):
            yield below
        else:
            yield from _confidential(below, kind, schemas)


def _lines_of(node: Node) -> Iterator[int]:
    """The lines on which a value's parts begin; a folded text's later lines are never where a finding points."""
    yield node.location.line
    for below in [*node.fields(), *node.items()]:
        yield from _lines_of(below)
