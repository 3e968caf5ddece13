"""What a change does to the rules: which policies, schemas, people, waivers and other statements of the firm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.history import CHANGED, Difference, FileChange, differences
from vendorbook.model import CannotJudge, Node, Source, Text, Unreadable
from vendorbook.model.places import no_places
from vendorbook.reports.diff.account import RENAMED, Line, RuleNote, Value
from vendorbook.reports.diff.lines import at
from vendorbook.reports.diff.records import compared
from vendorbook.reports.diff.sides import Side, Sides
from vendorbook.reports.diff.values import Values, name_of
from vendorbook.reports.diff.words import waiver
from vendorbook.reports.inert import shortened
from vendorbook.schema_check import kind_of
from vendorbook.schema_check.schema_file import parse

_EXAMPLES = re.compile(r"examples(?:\.|$)")


class RulesHalf(NamedTuple):
    """What files of the rules are told from."""

    sides: Sides
    values: Values

    def notes(self, files: list[FileChange]) -> Iterator[RuleNote]:
        """Each file under `policies/` and `schemas/` that was touched."""
        for note in self.sides.notes(files):
            kind = "schema" if note.path.startswith("schemas/") else kind_of(note.path) or "other"
            if kind == "schema":
                is_unread, lines = self._places(note.path)
                title = Text("", "")
            else:
                is_unread = self.sides.is_unread(note.path)
                title = self._title(note.path, kind)
                lines = self._lines(note.path) if note.status == CHANGED else ()
            yield RuleNote(note, kind, title, lines, is_unread and note.status != RENAMED)

    def _lines(self, path: str) -> tuple[Line, ...]:
        """Field by field; what the examples of a policy show, as one."""
        found = compared(path, self.sides, self.values)
        own = [line for line in found if not _EXAMPLES.match(line.at)]
        if len(own) == len(found):
            return found
        return (*own, Line(CHANGED, "examples", self.values.title(kind_of(path) or "", ("examples",))))

    def _title(self, path: str, kind: str) -> Text:
        root = self.sides.after.root_of(path) or self.sides.before.root_of(path)
        if kind == "policy" and root:
            return name_of(root.get("title")) or Text("", "")
        return waiver(root) if kind == "waiver" and root else self.values.kind(kind)

    def _places(self, path: str) -> tuple[bool, tuple[Line, ...]]:
        """Where a schema differs, by the way in its JSON."""
        before, after = (_schema(side, path) for side in self.sides)
        tops = zip(self.sides, (before, after), strict=True)
        is_unread = not self.sides.is_known(path) or any(side.has(path) and top is None for side, top in tops)
        if before is None or after is None:
            return is_unread, ()
        return is_unread, tuple(_place(each) for each in differences(before, after))


def _place(each: Difference) -> Line:
    before, after = (_bare(node) for node in (each.before, each.after))
    return Line(each.kind, at(each.way), Text(at(each.way), at(each.way)), before, after)


def _bare(node: Node | None) -> Value | None:
    """A value of a schema, which is no secret; of a block, only that it is there."""
    if node is None or isinstance(node.value, dict | list):
        return None
    said = shortened(str(node.value), 200)
    return Value(node.value, Text(said, said))


def _schema(side: Side, path: str) -> Node | None:
    if not side.has(path):
        return None
    try:
        return Source(path, parse(path, side.snapshot.read(path)), no_places()).root
    except (CannotJudge, Unreadable):
        return None
