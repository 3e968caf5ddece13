"""Files read and held against their schemas: each time anew, or once for each content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from vendorbook import yaml_source
from vendorbook.model import Source
from vendorbook.policies.rulebook import Rulebook
from vendorbook.repository import Snapshot
from vendorbook.schema_check import Schemas, kind_of

if TYPE_CHECKING:
    from vendorbook.schema_check.problem import Problem


class Sources(Protocol):
    """Reads a file of a snapshot. Raises Unreadable."""

    def read(self, snapshot: Snapshot, path: str) -> Source:
        """The file as it is written."""

    def checked(self, snapshot: Snapshot, path: str, book: Rulebook) -> tuple[Source, list[Problem]]:
        """The file, and where it does not match its schema."""


class Afresh:
    """Reads every file whenever it is asked for."""

    def read(self, snapshot: Snapshot, path: str) -> Source:
        return yaml_source.read(snapshot.read(path), path)

    def checked(self, snapshot: Snapshot, path: str, book: Rulebook) -> tuple[Source, list[Problem]]:
        return with_problems(self.read(snapshot, path), book)


class Remembered:
    """Reads a file once for as long as this lives, whichever snapshot it is met in; for snapshots of git's objects."""

    def __init__(self) -> None:
        self._sources: dict[tuple[str, str], Source] = {}
        self._problems: dict[tuple[str, str, Schemas], list[Problem]] = {}

    def read(self, snapshot: Snapshot, path: str) -> Source:
        key = path, snapshot.blob(path)
        if key not in self._sources:
            self._sources[key] = yaml_source.read(snapshot.read(path), path)
        return self._sources[key]

    def checked(self, snapshot: Snapshot, path: str, book: Rulebook) -> tuple[Source, list[Problem]]:
        key = path, snapshot.blob(path), book.schemas
        source = self.read(snapshot, path)
        if key not in self._problems:
            self._problems[key] = with_problems(source, book)[1]
        return source, self._problems[key]


def with_problems(source: Source, book: Rulebook) -> tuple[Source, list[Problem]]:
    kind = kind_of(source.path)
    return source, list(book.schemas.problems(source, kind)) if kind else []


AFRESH = Afresh()
