"""What `check` finds on the day of the export."""

from __future__ import annotations

from vendorbook.exports.material import Material
from vendorbook.exports.rooted import RECORD
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.model import Finding, Text
from vendorbook.reports.inert import both

ORDER = 70
COLUMNS = (
    Column("severity", Text("嚴重度", "Severity")),
    Column("policy", Text("政策", "Policy")),
    Column("obligations", Text("義務", "Obligations"), Kind.LIST),
    RECORD,
    Column("message", Text("說明", "Message"), Kind.BOTH),
    Column("fix", Text("改正", "Fix"), Kind.BOTH),
    Column("due", Text("期限", "Due"), Kind.DATE),
    Column("waiver", Text("豁免", "Waiver")),
    Column("legacy", Text("既有，自何日起受拘束", "Legacy: bound from"), Kind.DATE),
    Column("path", Text("檔案", "File")),
    Column("line", Text("行", "Line"), Kind.COUNT),
    Column("column", Text("欄", "Column"), Kind.COUNT),
    Column("pointer", Text("位置", "Pointer")),
    Column("fingerprint", Text("識別碼", "Fingerprint")),
)


def table(material: Material) -> Table:
    return Table("findings", Text("缺失", "Findings"), COLUMNS, [_row(each) for each in material.findings])


def _row(found: Finding) -> Row:
    message, fix = Text.of(both(found.message)), Text.of(both(found.fix))
    what = (str(found.severity), found.policy, found.obligations, found.record, message, fix)
    where = (found.location.path, found.location.line, found.location.column, found.pointer)
    return *what, found.due, found.waiver, found.legacy, *where, found.fingerprint
