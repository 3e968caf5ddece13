"""What falls due and what is overdue, however far ahead."""

from __future__ import annotations

from vendorbook.exports.material import Material
from vendorbook.exports.rooted import RECORD
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.model import Text
from vendorbook.reports.due import Item
from vendorbook.reports.inert import both

ORDER = 71
COLUMNS = (
    Column("due", Text("期限", "Due"), Kind.DATE),
    Column("days", Text("尚有天數", "Days left"), Kind.COUNT),
    Column("overdue", Text("逾期", "Overdue"), Kind.FLAG),
    Column("soon", Text("即將到期", "Soon"), Kind.FLAG),
    RECORD,
    Column("message", Text("說明", "Message"), Kind.BOTH),
    Column("policy", Text("政策", "Policy")),
    Column("obligations", Text("義務", "Obligations"), Kind.LIST),
    Column("waiver", Text("豁免", "Waiver")),
    Column("path", Text("檔案", "File")),
    Column("line", Text("行", "Line"), Kind.COUNT),
    Column("fingerprint", Text("識別碼", "Fingerprint")),
)


def table(material: Material) -> Table:
    return Table("due", Text("到期事項", "Due list"), COLUMNS, [_row(each) for each in material.due])


def _row(item: Item) -> Row:
    found = item.finding
    when = (item.due, item.days, item.is_overdue, item.is_soon)
    at = (found.location.path, found.location.line, found.fingerprint)
    return *when, found.record, Text.of(both(found.message)), found.policy, found.obligations, found.waiver, *at
