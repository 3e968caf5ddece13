"""The words of the reports, in both languages."""

from __future__ import annotations

from datetime import date

from vendorbook.model import Obligation, Text
from vendorbook.reports import inert
from vendorbook.reports.report import Report

SEVERITY = {
    "error": Text("錯誤", "error"),
    "warning": Text("警告", "warning"),
    "note": Text("提醒", "note"),
    "waived": Text("已豁免", "waived"),
    "standing": Text("原有（非此變更所致）", "standing (not of this change)"),
}
RULE = Text("規則：", "rule: ")
WHY = Text("理由：", "why: ")
FIX = Text("改正：", "fix: ")
DUE = Text("期限：", "due: ")
WAIVER = Text("豁免：", "waiver: ")
LEGACY = Text("既有：", "legacy: ")
MORE = Text("說明：", "more: ")
INTRODUCED = Text("由這次變更造成", "brought by this change")
_NAMES = {"standing": "原有"}
_NOTHING = Text("沒有發現問題", "nothing found")


def rule(id: str, obligation: Obligation | None) -> Text:
    """An obligation by its id, its place in the rules and its title."""
    if obligation is None:
        return Text(id, id)
    place, title = f"{id} {obligation.ref}", obligation.title
    return Text(f"{place}（{title.zh_tw}）", f"{place} ({title.en})")


def legacy(since: date) -> Text:
    """Why something that does not hold is no fault yet, and when it will be."""
    return Text(
        f"契約早於拘束本公司之日（{since}）；下次重新評估、續約或服務變更時應符合",
        f"the contract is older than what binds the firm ({since}); due at the next re-assessment, renewal or change",
    )


def counted(report: Report) -> Text:
    """How many findings of each weight, in words."""
    counts = report.counts
    if not report.findings:
        return _NOTHING
    zh_tw = "、".join(f"{_NAMES.get(weight, SEVERITY[weight].zh_tw)} {count}" for weight, count in counts.items())
    en = ", ".join(_in_english(weight, count) for weight, count in counts.items())
    return Text(zh_tw, en)


def judged(report: Report) -> Text:
    """What was looked at, and as of when."""
    day = report.as_of.isoformat()
    return Text(
        f"以 {day} 為準，{report.records} 筆紀錄、{report.policies} 項政策",
        f"as of {day}, {_in_english('record', report.records)}, {report.policies} "
        + ("policy" if report.policies == 1 else "policies"),
    )


def closing(report: Report, lang: str) -> list[str]:
    """What the command has to add, each on a line of its own."""
    return [inert.line(said.in_(lang)) for said in report.closing]


def _in_english(noun: str, count: int) -> str:
    return f"{count} {noun}" if count == 1 or noun in ("waived", "standing") else f"{count} {noun}s"
