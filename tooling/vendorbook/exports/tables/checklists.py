"""The annex checklist (Article 3 paragraph 2): every answer of every assessment, and a form an engagement to sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vendorbook.exports.annex import form
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import ENGAGEMENT, ENTRY
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.model import Node, Text
from vendorbook.register import Engagement, Entry

ORDER = 54
COLUMNS = (
    ENGAGEMENT,
    ENTRY,
    Column("edition", Text("版本", "Edition")),
    Column("completed_on", Text("完成日", "Completed on"), Kind.DATE),
    Column("item", Text("項目", "Item")),
    Column("obligation", Text("義務", "Obligation")),
    Column("question", Text("檢核內容", "Question"), Kind.BOTH),
    Column("answer", Text("回答", "Answer")),
    Column("remark", Text("說明", "Remark")),
)


Questions = Mapping[str, Mapping[str, Node]]
"""The items of each edition, by their ids."""


def table(material: Material) -> Table:
    editions = material.book.checklist.find("editions[]")
    asked = {each.text("id"): {item.text("id"): item for item in each.find("items[]")} for each in editions}
    rows = [
        row
        for engagement in material.engagements
        for entry in engagement.entries("risk-assessment")
        for row in _rows(engagement, entry, asked)
    ]
    forms = [form(material, engagement) for engagement in material.engagements]
    return Table("checklists", Text("檢查表", "Checklists"), COLUMNS, rows, forms)


def _rows(engagement: Engagement, entry: Entry, asked: Questions) -> Iterator[Row]:
    edition = entry.root.text("checklist.edition")
    done = entry.root.date("checklist.completed_on")
    for item in entry.root.find("checklist.items[]"):
        question = asked.get(edition, {}).get(item.text("id"))
        said = Text(question.text("question.zh-TW"), question.text("question.en")) if question else None
        about = (item.text("id"), question.text("obligation") if question else None, said)
        yield engagement.id, entry.id, edition, done, *about, item.text("answer") or None, item.text("remark") or None
