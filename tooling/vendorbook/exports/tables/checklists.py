"""The annex checklist (Article 3 paragraph 2): every answer of every assessment, and a form an engagement to sign."""

from __future__ import annotations

from collections.abc import Iterator

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


def table(material: Material) -> Table:
    rows = [
        row
        for engagement in material.engagements
        for entry in engagement.entries("risk-assessment")
        for row in _rows(engagement, entry, material)
    ]
    forms = [form(material, engagement) for engagement in material.engagements]
    return Table("checklists", Text("檢查表", "Checklists"), COLUMNS, rows, forms)


def _rows(engagement: Engagement, entry: Entry, material: Material) -> Iterator[Row]:
    edition = entry.root.text("checklist.edition")
    questions = _questions(material, edition)
    done = entry.root.date("checklist.completed_on")
    for item in entry.root.find("checklist.items[]"):
        asked = questions.get(item.text("id"))
        said = Text(asked.text("question.zh-TW"), asked.text("question.en")) if asked else None
        about = (item.text("id"), asked.text("obligation") if asked else None, said)
        yield engagement.id, entry.id, edition, done, *about, item.text("answer") or None, item.text("remark") or None


def _questions(material: Material, edition: str) -> dict[str, Node]:
    known = material.book.checklist.find("editions[]")
    return {item.text("id"): item for each in known if each.text("id") == edition for item in each.find("items[]")}
