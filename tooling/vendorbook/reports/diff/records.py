"""What a change does to each engagement and supplier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vendorbook.gate import GateVerdict
from vendorbook.history import ADDED, CHANGED, REMOVED, FileChange
from vendorbook.model import Node, Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Engagement
from vendorbook.reports.diff.account import EntryNote, FileNote, Line, RecordNote
from vendorbook.reports.diff.lines import lines, whole
from vendorbook.reports.diff.scope import assessments, called_for, of_record, residual_risk, version
from vendorbook.reports.diff.sides import Sides
from vendorbook.reports.diff.values import Values, name_of
from vendorbook.schema_check import kind_of

_NO_FACTS = ("kind", "date", "evidence", "note")
_DAY = len("2026-01-01")


class Records(NamedTuple):
    """What records are told from."""

    sides: Sides
    values: Values
    book: Rulebook
    verdict: GateVerdict

    def notes(self, files: Iterable[FileChange]) -> tuple[RecordNote, ...]:
        """Every record that a file was touched of, in the order of their names."""
        touched: dict[str, list[FileChange]] = {}
        for file in files:
            touched.setdefault(file.record, []).append(file)
        return tuple(self._note(name, touched[name]) for name in sorted(touched))

    def _note(self, name: str, files: list[FileChange]) -> RecordNote:
        path = f"vendors/{name}/{'engagement' if '/' in name else 'supplier'}.yaml"
        own = next((file for file in files if file.path == path), None)
        before, after = self.sides.roots(path)
        as_of, sound = self.verdict.as_of, [side.engagements.get(name) for side in self.sides]
        is_engagement = "/" in name
        versions = (version(before, sound[0], as_of), version(after, sound[1], as_of)) if is_engagement else None
        own_lines = compared(path, self.sides, self.values) if own else ()
        is_unread = own is not None and self.sides.is_unread(path)
        note = RecordNote(
            id=name,
            title=_title(after or before, self.values, path),
            status=own.status if own else CHANGED,
            lines=own_lines,
            is_unread=is_unread,
            is_same=own is not None and not own_lines and not is_unread,
            entries=tuple(self._entries(files)),
            evidence=tuple(self.sides.notes(file for file in files if _is_other(file, path))),
            versions=versions,
            risks=(residual_risk(sound[0], self.values, as_of), residual_risk(sound[1], self.values, as_of)),
            assessments=(),
            called_for=(),
            missing=of_record(self.verdict.introduced, name),
        )
        return self._with_what_is_called_for(note, sound[1], files) if note.has_new_scope else note

    def _with_what_is_called_for(
        self, note: RecordNote, record: Engagement | None, files: list[FileChange]
    ) -> RecordNote:
        """As long as there is no assessment of the new scope, older ones say nothing of what it has to meet."""
        added = {file.path for file in files if file.status == ADDED}
        assessed = assessments(record, note.versions[1], added, self.verdict.as_of) if note.versions else ()
        wanted = called_for(record, self.book, self.verdict)
        if not any(each.is_of_this_scope for each in assessed):
            wanted = tuple(each for each in wanted if not each.is_met)
        return note._replace(assessments=assessed, called_for=wanted)

    def _entries(self, files: list[FileChange]) -> Iterator[EntryNote]:
        for note in self.sides.notes(file for file in files if file.folder == "journal"):
            yield self._entry(note)

    def _entry(self, file: FileNote) -> EntryNote:
        name = file.path.rpartition("/")[2].removesuffix(".yaml")
        is_unread = file.status in (ADDED, CHANGED) and self.sides.is_unread(file.path)
        entry = EntryNote(file, self.values.kind(kind_of(file.path) or ""), name[:_DAY], is_unread=is_unread)
        if file.status == CHANGED:
            return entry._replace(lines=compared(file.path, self.sides, self.values))
        root = self.sides.after.root_of(file.path) if file.status == ADDED else None
        return entry._replace(facts=tuple(self._facts(root, file.path))) if root else entry

    def _facts(self, root: Node, path: str) -> Iterator[Line]:
        """What an entry says, field by field, in short; what any entry has is left out."""
        kind = kind_of(path) or ""
        for field in root.fields():
            way = (str(field.key),)
            if field.key not in _NO_FACTS:
                concealed = self.values.concealed_at(kind, way) is not None
                value = None if concealed else self.values.value(field, kind, way)
                title = self.values.title(kind, way)
                yield Line(ADDED, str(field.key), title, after=value, is_confidential=concealed)


def compared(path: str, sides: Sides, values: Values) -> tuple[Line, ...]:
    """How what a file says has changed; nothing where it cannot be read on a side on which it is there."""
    before, after = sides.roots(path)
    kind = kind_of(path) or ""
    if sides.is_unread(path):
        return ()
    if before is None or after is None:
        present = after or before
        return whole(present, kind, values, REMOVED if after is None else ADDED) if present else ()
    return lines(before, after, kind, values)


def _is_other(file: FileChange, path: str) -> bool:
    return file.path != path and file.folder != "journal"


def _title(root: Node | None, values: Values, path: str) -> Text:
    """What the record calls itself."""
    field = "title" if path.endswith("/engagement.yaml") else "name"
    if root is None or values.concealed_at(kind_of(path) or "", (field,)) is not None:
        return Text("", "")
    return name_of(root.get(field)) or Text("", "")
