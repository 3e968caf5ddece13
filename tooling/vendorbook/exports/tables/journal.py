"""The journals: what happened, as it counts after corrections, a line an entry."""

from __future__ import annotations

from vendorbook.exports.material import Material
from vendorbook.exports.rooted import ENTRY, RECORD, entries
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.model import Text
from vendorbook.register import Entry

ORDER = 50
COLUMNS = (
    RECORD,
    ENTRY,
    Column("kind", Text("種類", "Kind")),
    Column("title", Text("名稱", "Title"), Kind.BOTH),
    Column("date", Text("日期", "Date"), Kind.DATE),
    Column("file", Text("檔案", "File")),
    Column("corrected", Text("已更正", "Corrected"), Kind.FLAG),
    Column("note", Text("備註", "Note")),
)


def table(material: Material) -> Table:
    rows = [_row(material, record, entry) for record, entry in entries(material)]
    return Table("journal", Text("日誌", "Journal"), COLUMNS, rows)


def _row(material: Material, record: str, entry: Entry) -> Row:
    bundle = material.schemas.bundle(f"journal/{entry.kind}")
    title = Text(bundle["title"], bundle["x-en"]["title"])
    is_corrected = entry.root.parent is not None
    note = entry.root.text("note") or None
    return record, entry.id, entry.kind, title, entry.date, entry.root.source.path, is_corrected, note
