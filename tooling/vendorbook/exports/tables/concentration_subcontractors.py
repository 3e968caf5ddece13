"""Subcontractors that more than one engagement leans on."""

from __future__ import annotations

from vendorbook.exports.material import Material
from vendorbook.exports.tabular import Column, Kind, Table
from vendorbook.model import Text

ORDER = 82
COLUMNS = (
    Column("subcontractor", Text("分包商", "Subcontractor")),
    Column("name", Text("名稱", "Name"), Kind.BOTH),
    Column("percent", Text("占比（%）", "Percent"), Kind.NUMBER),
    Column("engagement", Text("委外案", "Engagement")),
    Column("rank", Text("層級", "Rank"), Kind.COUNT),
)


def table(material: Material) -> Table:
    leaning = material.concentration.leaning if material.concentration else ()
    rows = [
        (each.id, each.name, round(each.percent, 4), engagement, rank)
        for each in leaning
        for engagement, rank in sorted(each.ranks.items())
        if material.has(engagement)
    ]
    said = Text("集中度：共用之分包商", "Concentration: shared subcontractors")
    return Table("concentration_subcontractors", said, COLUMNS, rows)
