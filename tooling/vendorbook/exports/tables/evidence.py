"""Every document that a record names, with its SHA-256 and whether the file is there as named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from vendorbook.exports.flat import leaves
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import RECORD, roots
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.model import Node, Text

ORDER = 60
COLUMNS = (
    RECORD,
    Column("cited_in", Text("引用檔案", "Cited in")),
    Column("pointer", Text("位置", "Pointer")),
    Column("title", Text("名稱", "Title")),
    Column("file", Text("檔案", "File")),
    Column("uri", Text("位址", "URI")),
    Column("sha256", Text("SHA-256", "SHA-256")),
    Column("matches", Text("檔案相符", "File matches"), Kind.FLAG),
)


def table(material: Material) -> Table:
    digests = {each.id: each.digest_of for each in material.suppliers}
    digests |= {each.id: each.digest_of for each in material.engagements}
    rows = [_row(record, item, digests) for record, _, root in roots(material) for item in _cited(root)]
    return Table("evidence", Text("佐證文件", "Evidence"), COLUMNS, rows)


def _cited(root: Node) -> Iterator[Node]:
    """Whatever has a digest of its own: nothing else in a record has a field of that name."""
    return (leaf.parent for way, leaf in leaves(root) if way and way[-1] == "sha256" and leaf.parent)


def _row(record: str, item: Node, digests: Mapping[str, Callable[[str], str | None]]) -> Row:
    file, sha256 = item.text("file") or None, item.text("sha256")
    matches = digests[record](file) == sha256 if file else None
    at = (record, item.source.path, item.pointer)
    return *at, item.text("title") or None, file, item.text("uri") or None, sha256, matches
