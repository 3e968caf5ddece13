"""Article 6: every change of a scope in the history, and the risk assessment that goes with it."""

from __future__ import annotations

from vendorbook.exports.material import Material
from vendorbook.exports.rooted import ENGAGEMENT
from vendorbook.exports.scope_history import ScopeChange
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.model import Text

ORDER = 61
COLUMNS = (
    ENGAGEMENT,
    Column("committed_on", Text("提交日", "Committed on"), Kind.DATE),
    Column("commit", Text("版本（git）", "Commit (git)")),
    Column("author", Text("作者", "Author")),
    Column("digest_before", Text("原範圍摘要值", "Digest before")),
    Column("digest_after", Text("新範圍摘要值", "Digest after")),
    Column("assessment", Text("風險評估", "Risk assessment")),
    Column("together", Text("同一變更內", "In the same change"), Kind.FLAG),
    Column("trigger", Text("評估時機", "Trigger")),
    Column("assessed_on", Text("評估日", "Assessed on"), Kind.DATE),
    Column("led_by", Text("主持人", "Led by")),
    Column("approved_on", Text("核准日", "Approved on"), Kind.DATE),
    Column("approved_by", Text("核准人", "Approved by")),
)


def table(material: Material) -> Table:
    rows = [_row(each) for each in material.scope_changes]
    return Table("scope_changes", Text("範圍異動（第六條）", "Scope changes (Article 6)"), COLUMNS, rows)


def _row(change: ScopeChange) -> Row:
    what = (change.engagement, change.on, change.commit, change.author or None, change.before, change.after)
    entry = change.assessment
    if entry is None:
        return *what, None, None, None, None, None, None, None
    root = entry.root
    approval = (root.date("approval.approved_on"), root.text("approval.approved_by") or None)
    led = (root.text("trigger") or None, entry.date, root.text("led_by") or None)
    return *what, entry.id, change.together, *led, *approval
