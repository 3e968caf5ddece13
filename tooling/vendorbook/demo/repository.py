"""The demonstration's repository while it grows: its main branch, its objects, and what stands on the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from vendorbook.demo import people, story, trail_file
from vendorbook.demo.material import Material
from vendorbook.demo.passages import replaced
from vendorbook.demo.records import Records
from vendorbook.demo.story import Edit
from vendorbook.git.packing import By, Pack

README = """# 示範登錄冊 / a demonstration register

由 `vendorbook demo` 產生。公司、供應商、人員與事件均為虛構；簽章金鑰任何人都能重製，不具任何效力。

Made by `vendorbook demo`. The firm, the suppliers, the people and what happens are invented; anybody can make the keys
that sign here, so they prove nothing to anybody.
"""

Files = dict[str, str]
"""Blobs by path."""


class Tip(NamedTuple):
    """The main branch at a time: its commit, all files, and the records and other files that came with that commit."""

    at: datetime
    commit: str
    files: Files
    touched: frozenset[str]


class Growing:
    """What there is so far."""

    def __init__(self, material: Material, pack: Pack) -> None:
        self.pack = pack
        self.refs: dict[str, str] = {}
        self.tips: list[trail_file.KnownTip] = []
        self._line: list[Tip] = []
        self._people = material.example[people.FILE].decode()
        self._records = Records({**material.example, **story.documents()}, story.passages())
        self.persons = people.known(people.people_as_of(self._people, date.max))
        self._contents: dict[str, bytes] = {}

    @property
    def tip(self) -> str:
        return self._line[-1].commit

    @property
    def files(self) -> Files:
        return self._line[-1].files if self._line else {}

    @property
    def steps(self) -> int:
        """How many have come since the root commit."""
        return len(self._line) - 1

    @property
    def until(self) -> date:
        return self._line[-1].at.date()

    def moved(self, tip: Tip) -> None:
        """The main branch is there now."""
        self._line.append(tip)

    def start_of_a_branch(self, when: datetime, touches: frozenset[str]) -> Tip:
        """From where somebody branches off at a time: what is there by then, unless what came since is needed too."""
        for tip in reversed(self._line):
            if tip.at <= when or touches & tip.touched:
                return tip
        return self._line[0]

    def brought_up(self, parts: Iterable[str], day: date) -> Files:
        """The files of these parts as they were on a day, where they differ from what there is."""
        return self.put({path: data for part in parts for path, data in self._part(part, day).items()})

    def put(self, contents: Mapping[str, bytes]) -> Files:
        """Stores contents, and gives those that differ from what there is."""
        blobs = {path: self.pack.blob(data) for path, data in contents.items()}
        self._contents.update({blobs[path]: data for path, data in contents.items()})
        return {path: blob for path, blob in blobs.items() if self.files.get(path) != blob}

    def edited(self, files: Files, edits: Iterable[Edit]) -> Files:
        """The files that these edits change, of those given."""
        texts: dict[str, str] = {}
        for edit in edits:
            blob = files.get(edit.file) or files.get(edit.like)
            text = texts.get(edit.file) or (self._contents[blob].decode() if blob else "")
            texts[edit.file] = replaced(text, edit.now, edit.then, edit.file) if edit.now else text + edit.then
        return self.put({path: text.encode() for path, text in texts.items()})

    def content(self, blob: str) -> bytes:
        return self._contents[blob]

    def by(self, staff: str, when: datetime) -> By:
        return By(self.persons[staff].author, when)

    def _part(self, part: str, day: date) -> Mapping[str, bytes]:
        if part == people.FILE:
            return {part: people.people_as_of(self._people, day).encode()}
        if part == trail_file.FILE:
            return {part: trail_file.trail_file(self.tips).encode()}
        return self._records.as_of(part, day)
