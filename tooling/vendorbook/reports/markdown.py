"""Markdown for the summary of a pull request: a table, in which no text of a record is more than text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vendorbook.model import Finding, Text
from vendorbook.reports import inert, words
from vendorbook.reports.report import Report

_MOST_ROWS = 200
_SIGN = {"error": "🛑", "warning": "🔶", "note": "💡", "waived": "⚪", "standing": "▫️"}
_HEAD = {"zh-TW": ("", "位置", "發現", "規則"), "en": ("", "place", "finding", "rule")}
_ACTIVE = re.compile(r"://|www\.|[&\\`*_{}\[\]<>|!~^=$'\"+@#]", re.IGNORECASE)


def render(report: Report, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """A heading with the counts, what was looked at, and a row a finding."""
    commit = f" · <code>{safe(report.commit[:12])}</code>" if report.commit else ""
    top = [
        f"## vendorbook: {words.counted(report).in_(lang)}",
        "",
        f"{words.judged(report).in_(lang)}{commit}",
    ]
    end = [line for said in words.closing(report, lang) for line in ("", safe(said))]
    return "\n".join([*top, *_table(report, lang), *end]) + "\n"


def _table(report: Report, lang: str) -> Iterator[str]:
    if not report.findings:
        return
    yield ""
    for cells in (_HEAD[lang], ("---",) * 4):
        yield f"| {' | '.join(cells)} |"
    for finding in report.findings[:_MOST_ROWS]:
        yield f"| {' | '.join(_row(report, finding, lang))} |"
    if unlisted := report.findings[_MOST_ROWS:]:
        yield ""
        yield _unlisted(len(unlisted)).in_(lang)


def _row(report: Report, finding: Finding, lang: str) -> tuple[str, ...]:
    at, weighs = finding.location, report.weight(finding)
    said = [f"<b>{safe(finding.policy)}</b> {safe(finding.message.in_(lang))}"]
    if finding.fix.in_(lang):
        said.append(f"{words.FIX.in_(lang)}{safe(finding.fix.in_(lang))}")
    if finding.due:
        said.append(f"{words.DUE.in_(lang)}{finding.due.isoformat()}")
    if finding.waiver is not None:
        said.append(f"{words.WAIVER.in_(lang)}{safe(finding.waiver)}")
    if report.introduced(finding):
        said.append(words.INTRODUCED.in_(lang))
    place = f"<code>{safe(at.path)}:{at.line}:{at.column}</code>"
    label = f"{_SIGN[weighs]} {words.SEVERITY[weighs].in_(lang)}"
    return label, place, "<br>".join(said), "<br>".join(_rules(report, finding, lang))


def _rules(report: Report, finding: Finding, lang: str) -> Iterator[str]:
    for name in finding.obligations:
        yield safe(words.rule(name, report.obligation(name)).in_(lang))


def _unlisted(count: int) -> Text:
    return Text(f"另有 {count} 項未列出，請見完整報告。", f"{count} more are not listed: see the full report.")


def safe(text: str) -> str:
    """Text that Markdown, HTML, a template, and a forge's mentions and links all take for plain text."""
    return _ACTIVE.sub(_as_entity, inert.line(text))


def _as_entity(match: re.Match[str]) -> str:
    sign, rest = match.group()[0], match.group()[1:]
    # A space without width keeps `@name`, `#12` and addresses from becoming links; as an entity, it is seen.
    apart = "&#8203;" if rest or sign in "@#" else ""
    return f"&#{ord(sign)};{apart}{rest}"
