"""The annex checklist of an engagement as a form: its newest answers, or a blank where none was filled in."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.exports.material import Material
from vendorbook.exports.roc import roc
from vendorbook.exports.tabular import Cell, Column, Form, Kind, Row
from vendorbook.model import Node, Text
from vendorbook.register import Engagement, Entry

TITLE = Text("資訊作業委外資安檢查表", "Security checklist for IT outsourcing")
COLUMNS = (
    Column("number", Text("序", "No."), Kind.COUNT),
    Column("place", Text("出處", "Place")),
    Column("question", Text("檢核內容", "Question"), Kind.BOTH),
    Column("answer", Text("回答", "Answer"), Kind.BOTH),
    Column("remark", Text("說明", "Remark")),
)
SIGNATURES = (
    Text("評估人員", "Assessor"),
    Text("專案負責人", "Project owner"),
    Text("資安單位", "Security unit"),
    Text("核准主管", "Approved by"),
)
_NONE = Text("尚未填寫", "not filled in yet")


def form(material: Material, engagement: Engagement) -> Form:
    """The newest checklist, on the questions of its edition; the newest edition's where there is none."""
    entry = next((each for each in reversed(engagement.entries("risk-assessment")) if each.root.get("checklist")), None)
    edition = _edition(material, entry.root.text("checklist.edition") if entry else "")
    rows = list(_rows(material, entry, edition))
    return Form(engagement.id, TITLE, list(_facts(material, engagement, entry, edition)), COLUMNS, rows, SIGNATURES)


def _edition(material: Material, named: str) -> Node | None:
    editions = list(material.book.checklist.find("editions[]"))
    if named:
        return next((each for each in editions if each.text("id") == named), None)
    in_effect = [each for each in editions if each.text("effective_on") <= material.as_of.isoformat()]
    return max(in_effect, key=lambda each: each.text("effective_on"), default=None)


def _facts(
    material: Material, engagement: Engagement, entry: Entry | None, edition: Node | None
) -> Iterator[tuple[Text, Cell]]:
    root, firm = engagement.root, material.book.firm
    supplier = engagement.supplier.root
    yield Text("證券商", "Firm"), Text(firm.text("name.zh-TW"), firm.text("name.en"))
    if supplier is not None:
        yield Text("供應商", "Supplier"), Text(supplier.text("name.zh-TW"), supplier.text("name.en"))
    yield Text("委外案", "Engagement"), Text(root.text("title.zh-TW"), root.text("title.en"))
    yield Text("代號", "Id"), engagement.id
    yield Text("專案負責人", "Project owner"), root.text("project_owner")
    yield Text("風險評估", "Risk assessment"), entry.id if entry else _NONE
    done = entry.root.date("checklist.completed_on") if entry else None
    yield Text("完成日", "Completed on"), f"{done}（{roc(done)}）" if done else _NONE
    yield Text("檢查表版本", "Edition"), edition.text("id") if edition else None
    yield Text("基準日", "As of"), f"{material.as_of}（{roc(material.as_of)}）"


def _rows(material: Material, entry: Entry | None, edition: Node | None) -> Iterator[Row]:
    """In the order of the edition; what was answered beyond it comes after."""
    answers = {each.text("id"): each for each in entry.root.find("checklist.items[]")} if entry else {}
    asked = list(edition.find("items[]")) if edition else []
    for number, item in enumerate(asked, 1):
        answer = answers.pop(item.text("id"), None)
        rule = material.book.obligations.get(item.text("obligation"))
        question = Text(item.text("question.zh-TW"), item.text("question.en"))
        yield number, rule.ref if rule else None, question, *_answered(material, answer)
    for number, (id, answer) in enumerate(answers.items(), len(asked) + 1):
        yield number, None, Text(id, id), *_answered(material, answer)


def _answered(material: Material, answer: Node | None) -> tuple[Cell, Cell]:
    if answer is None:
        return None, None
    given = answer.text("answer")
    said = material.schemas.word("journal/risk-assessment", ("checklist", "items", "answer"), given)
    return said or given or None, answer.text("remark") or None
