"""A line a finding, in the form that editors and terminals make clickable."""

from __future__ import annotations

from vendorbook.model import Finding
from vendorbook.reports import inert, words
from vendorbook.reports.paint import Paint
from vendorbook.reports.report import Report


def render(report: Report, lang: str, *, color: bool = False) -> str:
    """`path:line:column: error[policy] message (A5.4)`, then what was counted and looked at."""
    paint = Paint(color)
    rows = [_row(report, finding, lang, paint) for finding in report.findings]
    summary = f"{words.counted(report).in_(lang)} · {words.judged(report).in_(lang)}"
    return "\n".join([*rows, summary, *words.closing(report, lang)]) + "\n"


def _row(report: Report, finding: Finding, lang: str, paint: Paint) -> str:
    weighs = report.weight(finding)
    label = paint(weighs, f"{weighs}[{inert.line(finding.policy)}]")
    about = f" ({', '.join(map(inert.line, finding.obligations))})" if finding.obligations else ""
    waiver = f" [{words.WAIVER.in_(lang)}{inert.line(finding.waiver)}]" if finding.waiver is not None else ""
    return f"{inert.where(finding.location)}: {label} {inert.line(finding.message.in_(lang))}{about}{waiver}"
