"""What there is to tell of a change: values only, ready to be put into words or data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vendorbook.model import Finding, Plain, Text

RENAMED = "renamed"
"""The status of a file whose content now lies under another name; the others are those of `vendorbook.history`."""


class Value(NamedTuple):
    """A value as data and in words. What must not leave the firm is None in the data, and named so in the words."""

    data: Plain | None
    said: Text


class Line(NamedTuple):
    """One difference. `at` is the field's way in its file, `called` the titles of the fields that lead there.

    A block that was added or removed has no value; its fields are `below`. Without a value, a confidential one has
    changed, and nothing more is told of it.
    """

    kind: str
    at: str
    called: Text
    before: Value | None = None
    after: Value | None = None
    is_confidential: bool = False
    is_scope: bool = False
    below: tuple[Line, ...] = ()

    @property
    def leaves(self) -> int:
        """How many fields it speaks of."""
        return sum(each.leaves for each in self.below) or 1


class FileNote(NamedTuple):
    """A file as such. `was` is the name it had; `sha256` (hex) is that of its content now, None where there is none."""

    path: str
    status: str
    was: str = ""
    sha256: str | None = None


class EntryNote(NamedTuple):
    """An entry of the journal. `facts` are what a new one says; `lines` are how one that was there was changed.

    `is_unread` where nobody can tell, since the file cannot be read.
    """

    file: FileNote
    kind: Text
    day: str
    facts: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    is_unread: bool = False


class Version(NamedTuple):
    """The scope on one side. `number` counts the scopes that have been approved; None where the record is not sound.

    `is_assessed` says whether the scope is the one that the newest approved assessment was made for.
    """

    digest: str | None
    number: int | None
    is_assessed: bool


class Requirement(NamedTuple):
    """What a changed scope calls for: a policy on Article 6, and whether the change meets it."""

    policy: str
    title: Text
    is_met: bool


class Assessment(NamedTuple):
    """A risk assessment that the change adds. `approved_on` is None where nobody had approved it by the day."""

    entry: str
    is_of_this_scope: bool
    approved_on: date | None


class RecordNote(NamedTuple):
    """What happens to an engagement or a supplier. `status` is added, changed or removed.

    `is_unread` where its own file could not be compared, `is_same` where that says what it said. `called_for` and
    `assessments` (the new ones) are empty unless the scope has changed. `missing` is what the change brings that the
    rules do not allow.
    """

    id: str
    title: Text
    status: str
    lines: tuple[Line, ...]
    is_unread: bool
    is_same: bool
    entries: tuple[EntryNote, ...]
    evidence: tuple[FileNote, ...]
    versions: tuple[Version, Version] | None
    risks: tuple[Value | None, Value | None]
    assessments: tuple[Assessment, ...]
    called_for: tuple[Requirement, ...]
    missing: tuple[Finding, ...]

    @property
    def has_new_scope(self) -> bool:
        """Whether there was a scope and it is another one now."""
        before, after = self.versions or (None, None)
        return bool(before and after and before.digest and after.digest and before.digest != after.digest)

    @property
    def tampered(self) -> Iterator[FileNote]:
        """Files of the journal and the evidence that were there and are not any more what they were."""
        files = (*(entry.file for entry in self.entries), *self.evidence)
        return (file for file in files if file.status != "added")


class RuleNote(NamedTuple):
    """A file of the rules that has changed: what it is (`policy`, `waiver`, `schema`, …) and how."""

    file: FileNote
    kind: str
    title: Text
    lines: tuple[Line, ...]
    is_unread: bool


class Account(NamedTuple):
    """All that is told of a change on a day. `elsewhere` is what it brings that stands at no record it touches."""

    tool: str
    as_of: date
    base: str
    head: str
    policy_digest: str
    records: tuple[RecordNote, ...]
    rules: tuple[RuleNote, ...]
    others: tuple[FileNote, ...]
    elsewhere: tuple[Finding, ...]

    @property
    def missing(self) -> list[Finding]:
        """All that the change brings, wherever it stands."""
        return [*(each for record in self.records for each in record.missing), *self.elsewhere]

    @property
    def is_of_both_halves(self) -> bool:
        return bool(self.records) and bool(self.rules or self.others)

    @property
    def is_nothing(self) -> bool:
        return not (self.records or self.rules or self.others or self.elsewhere)
