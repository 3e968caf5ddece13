"""How concentrated the firm's outsourcing is, by each measure."""

from __future__ import annotations

from vendorbook.exports.material import Material
from vendorbook.exports.tabular import Column, Kind, Table
from vendorbook.model import Text
from vendorbook.reports.concentration.words import MEASURES

ORDER = 80
COLUMNS = (
    Column("measure", Text("衡量基準", "Measure")),
    Column("title", Text("名稱", "Title"), Kind.BOTH),
    Column("total", Text("合計", "Total"), Kind.NUMBER),
    Column("groups", Text("集團數", "Groups"), Kind.COUNT),
    Column("hhi", Text("HHI", "HHI"), Kind.NUMBER),
    Column("threshold", Text("門檻（%）", "Threshold (%)"), Kind.NUMBER),
)


def table(material: Material) -> Table:
    measures = material.concentration.measures if material.concentration else {}
    rows = [
        (name, MEASURES[name], each.total, each.groups, _rounded(each.hhi), each.threshold)
        for name, each in measures.items()
    ]
    return Table("concentration_measures", Text("集中度：基準", "Concentration: measures"), COLUMNS, rows)


def _rounded(hhi: float | None) -> float | None:
    return None if hhi is None else round(hhi, 4)
