"""What hangs on each supplier group, by each measure; of an engagement asked for, its supplier's group."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.exports.material import Material
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.judging.concentration import Group
from vendorbook.model import Text

ORDER = 81
COLUMNS = (
    Column("group", Text("集團", "Group")),
    Column("name", Text("名稱", "Name"), Kind.BOTH),
    Column("suppliers", Text("供應商", "Suppliers"), Kind.LIST),
    Column("measure", Text("衡量基準", "Measure")),
    Column("amount", Text("數額", "Amount"), Kind.NUMBER),
    Column("percent", Text("占比（%）", "Percent"), Kind.NUMBER),
    Column("state", Text("狀態", "State")),
    Column("accepted_until", Text("決議容許至", "Accepted until"), Kind.DATE),
)


def table(material: Material) -> Table:
    said = Text("集中度：集團", "Concentration: groups")
    return Table("concentration_groups", said, COLUMNS, list(_rows(material)))


def _rows(material: Material) -> Iterator[Row]:
    if material.concentration is None:
        return
    for group in material.concentration.groups:
        if any(material.has(supplier) for supplier in group.suppliers):
            yield from _of(group)


def _of(group: Group) -> Iterator[Row]:
    for measure, share in group.shares.items():
        until = share.decision.expires_on if share.decision else None
        figures = (round(share.amount, 4), round(share.percent, 4))
        yield group.id, group.name, group.suppliers, measure, *figures, share.state or None, until
