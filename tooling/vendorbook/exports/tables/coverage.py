"""The obligations of the rules, and how the exported part of the register stands on each."""

from __future__ import annotations

from vendorbook.exports.material import Material
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.judging.coverage import Coverage, coverage
from vendorbook.model import Text

ORDER = 73
COLUMNS = (
    Column("obligation", Text("義務", "Obligation")),
    Column("place", Text("出處", "Place")),
    Column("force", Text("效力", "Force")),
    Column("title", Text("名稱", "Title"), Kind.BOTH),
    Column("applies", Text("適用", "Applies"), Kind.COUNT),
    Column("holds", Text("符合", "Holds"), Kind.COUNT),
    Column("fails", Text("不符", "Fails"), Kind.COUNT),
    Column("waived", Text("豁免", "Waived"), Kind.COUNT),
    Column("legacy", Text("既有", "Legacy"), Kind.COUNT),
    Column("home_standard", Text("母國標準", "Home standard")),
    Column("policies", Text("政策", "Policies"), Kind.LIST),
)


def table(material: Material) -> Table:
    verdict = material.verdict._replace(
        findings=tuple(material.findings),
        applied={record: each for record, each in material.verdict.applied.items() if material.has(record)},
    )
    rows = [_row(each, material) for each in coverage(verdict, material.book)]
    return Table("coverage", Text("義務之符合情形", "Obligations"), COLUMNS, rows)


def _row(of: Coverage, material: Material) -> Row:
    rule = material.book.obligations[of.obligation]
    counts = (of.applies, of.holds, of.fails, of.waived, of.legacy)
    return of.obligation, rule.ref, rule.force, rule.title, *counts, of.home_standard, of.policies
