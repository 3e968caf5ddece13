"""The two sides of a change, file by file: what each says, and which files came, went or moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from vendorbook import yaml_source
from vendorbook.gate import Proposal
from vendorbook.history import ADDED, REMOVED, FileChange
from vendorbook.judging.reading import Reader
from vendorbook.judging.units import units
from vendorbook.model import Node, Unreadable
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Engagement
from vendorbook.reports.diff.account import RENAMED, FileNote
from vendorbook.repository import Snapshot


class Side:
    """What the touched files say on one side, each read once; None where it is not there or nobody can read it."""

    def __init__(self, snapshot: Snapshot, book: Rulebook, as_of: date) -> None:
        self.snapshot = snapshot
        self.root_of = cache(self._read)
        self.engagements: Mapping[str, Engagement] = _sound(snapshot, book, as_of)

    def has(self, path: str) -> bool:
        return path in self.snapshot.files()

    def sha256(self, path: str) -> str | None:
        try:
            return self.snapshot.sha256(path) if self.has(path) else None
        except Unreadable:
            return None

    def _read(self, path: str) -> Node | None:
        if not self.has(path):
            return None
        try:
            return yaml_source.read(self.snapshot.read(path), path).root
        except Unreadable:
            return None


class Sides(NamedTuple):
    """Before and after."""

    before: Side
    after: Side

    @classmethod
    def of(cls, proposal: Proposal, book: Rulebook, as_of: date) -> Sides:
        return cls(Side(proposal.before, book, as_of), Side(proposal.after, book, as_of))

    def roots(self, path: str) -> tuple[Node | None, Node | None]:
        return self.before.root_of(path), self.after.root_of(path)

    def is_unread(self, path: str) -> bool:
        """Whether a file is there, on one side or the other, and nobody can say what it says."""
        return any(side.has(path) and side.root_of(path) is None for side in self) or not self.is_known(path)

    def is_known(self, path: str) -> bool:
        """Whether the file is one that is looked at at all: a link, say, is not."""
        return any(side.has(path) for side in self)

    def notes(self, files: Iterable[FileChange]) -> list[FileNote]:
        """The files, those of one content that went here and came there as one that was renamed."""
        listed = list(files)
        came, went = self._moved(listed, ADDED, self.after), self._moved(listed, REMOVED, self.before)
        renamed = {came[blob]: went[blob] for blob in came if blob in went}
        gone = set(renamed.values())
        return [self._note(each, renamed.get(each.path, "")) for each in listed if each.path not in gone]

    def _moved(self, files: list[FileChange], status: str, side: Side) -> dict[str, str]:
        paths = [each.path for each in files if each.status == status and side.has(each.path)]
        return {side.snapshot.blob(path): path for path in reversed(paths)}

    def _note(self, file: FileChange, was: str) -> FileNote:
        return FileNote(file.path, RENAMED if was else file.status, was, self.after.sha256(file.path))


def _sound(snapshot: Snapshot, book: Rulebook, as_of: date) -> dict[str, Engagement]:
    reader = Reader(snapshot, book, as_of)
    return {each.id: each for unit in units(snapshot.files()) for each in reader.read(unit).engagements}
