"""GitHub's workflow commands, which become annotations on the lines of a pull request."""

from __future__ import annotations

from vendorbook.model import Finding
from vendorbook.reports import inert, words
from vendorbook.reports.report import Report

_COMMAND = {"error": "error", "warning": "warning", "note": "notice", "waived": "notice", "standing": "notice"}


def render(report: Report, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """An annotation a finding, then what was counted and looked at, for the log."""
    rows = [_annotation(report, finding, lang) for finding in report.findings]
    summary = f"{words.counted(report).in_(lang)} · {words.judged(report).in_(lang)}"
    return "\n".join([*rows, summary, *words.closing(report, lang)]) + "\n"


def _annotation(report: Report, finding: Finding, lang: str) -> str:
    at, weighs = finding.location, report.weight(finding)
    properties = {"file": inert.line(at.path), "line": at.line, "col": at.column, "title": _title(finding, lang)}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    said = [inert.line(finding.message.in_(lang))]
    if fix := finding.fix.in_(lang):
        said.append(inert.line(f"{words.FIX.in_(lang)}{fix}"))
    text = "\n".join(said)
    return f"::{_COMMAND[weighs]} {listed}::{_data(text)}"


def _title(finding: Finding, lang: str) -> str:
    about = f" ({', '.join(finding.obligations)})" if finding.obligations else ""
    waived = "" if finding.waiver is None else f" [{words.WAIVER.in_(lang)}{finding.waiver}]"
    return inert.line(f"{finding.policy}{about}{waived}")


def _data(text: str) -> str:
    """As the runner decodes it: the text of a command, with its line breaks."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As the runner decodes it: a property of a command, whose own marks are `:` and `,`."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
