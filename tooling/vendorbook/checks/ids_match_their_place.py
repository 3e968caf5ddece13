"""A record is called what its folder is; a journal entry is of the day and kind that its file name says."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Entry, Supplier
from vendorbook.schema_check import kind_of

_DAY = len("2026-01-05")


def ids_match_their_place(record: Engagement | Supplier, _params: None, _context: Context) -> Iterator[Violation]:
    folder = record.id.rpartition("/")[2]
    if record.root is not None:
        yield from _unless(record.root, "id", record.root.text("id") == folder, folder)
    for entry in record.journal:
        yield from _of(entry, f"vendors/{record.id}/{entry.id}.yaml")


def _of(entry: Entry, path: str) -> Iterator[Violation]:
    kind = (kind_of(path) or "").removeprefix("journal/")
    yield from _unless(entry.root, "kind", entry.root.text("kind") == kind, kind)
    # A correction may say that the day itself was wrong; the file keeps its name.
    if entry.root.parent is None:
        day = entry.id.removeprefix("journal/")[:_DAY]
        yield from _unless(entry.root, "date", entry.root.text("date") == day, day)


def _unless(top: Node, field: str, agrees: bool, expected: str) -> Iterator[Violation]:
    if not agrees:
        yield Violation(top.nearest(field), {"value": top.text(field), "expected": expected}, field)
