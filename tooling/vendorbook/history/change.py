"""A change to a register, as history policies see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.history.files import ADDED, REMOVED, FileChange
from vendorbook.model import Node
from vendorbook.register import Engagement, Entry


class WrittenBy(NamedTuple):
    """A commit of the change. `person` is its author's staff id, None where nobody in people.yaml has that address."""

    commit: str
    person: str | None
    email: str
    message: str


class ChangedEngagement(NamedTuple):
    """An engagement of which some file was touched.

    `before` and `after` are None where it was not there or could not be judged. The two roots are what its file holds
    even where it does not match its schema: a record at fault must not hide what it was.
    """

    id: str
    before: Engagement | None
    after: Engagement | None
    root_before: Node | None
    root_after: Node | None
    files: tuple[FileChange, ...]
    authors: frozenset[str]
    is_written_by_unknown: bool

    @property
    def status_before(self) -> str:
        return self.root_before.text("status") if self.root_before else ""

    @property
    def added(self) -> list[Entry]:
        """The entries of the journal that the change adds, as they stand in their own files."""
        journal = self.after.journal if self.after else ()
        paths = {file.path for file in self.files if file.status == ADDED and file.folder == "journal"}
        return [entry for entry in journal if entry.root.source.path in paths]


class Change(NamedTuple):
    """All that a change touches.

    `engagements_before` is how many engagements there were. `mass` says whether whoever judges was told that the
    change is meant to touch many. `ids_before` are those paths of records (vendors/…/engagement.yaml, …/supplier.yaml)
    that the change adds although the history had and lost them.
    """

    files: tuple[FileChange, ...]
    engagements: tuple[ChangedEngagement, ...]
    commits: tuple[WrittenBy, ...]
    engagements_before: int
    mass: bool
    ids_before: frozenset[str]

    def removed(self, name: str) -> Iterator[FileChange]:
        """The records' own files (`engagement.yaml` or `supplier.yaml`) that are gone."""
        return (file for file in self.files if file.status == REMOVED and file.name == name and not file.folder)
