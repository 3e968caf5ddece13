"""What each contract says on each item of Article 4, or why it need not."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.exports.flat import scalars
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import ENGAGEMENT
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.model import Node, Text

ORDER = 30
COLUMNS = (
    ENGAGEMENT,
    Column("item", Text("項目代號", "Item")),
    Column("title", Text("項目", "Title"), Kind.BOTH),
    Column("clause", Text("條次", "Clause")),
    Column("not_applicable", Text("不適用之原因", "Why it does not apply")),
    Column("details", Text("載明事項", "What it states"), Kind.LIST),
)
_OWN = ("clause", "not_applicable")


def table(material: Material) -> Table:
    rows = [
        _row(material, engagement.id, clause)
        for engagement in material.engagements
        for clause in _clauses(engagement.root)
    ]
    return Table("clauses", Text("合約條款", "Contract clauses"), COLUMNS, rows)


def _clauses(root: Node) -> Iterator[Node]:
    stated = root.at("contract.clauses")
    return iter(stated.fields() if stated else ())


def _row(material: Material, engagement: str, clause: Node) -> Row:
    item = str(clause.key)
    title = material.schemas.title_of("engagement", f"contract.clauses.{item}")
    details = tuple(f"{way}: {value}" for way, value in scalars(clause) if way not in _OWN)
    return engagement, item, title, clause.text("clause") or None, clause.text("not_applicable") or None, details
