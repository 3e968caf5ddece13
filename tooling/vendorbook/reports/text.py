"""For a reader at a terminal: each finding with its lines, rule and remedy, as a good compiler would."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Finding
from vendorbook.reports import inert, words
from vendorbook.reports.excerpts import excerpts
from vendorbook.reports.paint import Paint
from vendorbook.reports.report import Report


def render(report: Report, lang: str, *, color: bool = False) -> str:
    """Every finding in full, then what was counted and looked at."""
    paint = Paint(color)
    blocks = ["\n".join(_finding(report, finding, lang, paint)) for finding in report.findings]
    end = "\n".join([_summary(report, lang, paint), *words.closing(report, lang)])
    return "\n\n".join([*blocks, end]) + "\n"


def _summary(report: Report, lang: str, paint: Paint) -> str:
    worst = next((each for each, count in report.counts.items() if count), "fine")
    return paint(worst, words.counted(report).in_(lang)) + f" · {words.judged(report).in_(lang)}"


def _finding(report: Report, finding: Finding, lang: str, paint: Paint) -> Iterator[str]:
    weighs = report.weight(finding)
    label = f"{words.SEVERITY[weighs].in_(lang)}[{inert.line(finding.policy)}]"
    yield f"{paint(weighs, label)} {paint('strong', inert.line(finding.message.in_(lang)))}"
    lines = [finding.location.line, *(place.location.line for place in finding.related)]
    gutter = len(str(max(lines)))
    yield from excerpts(report, finding, lang, gutter, paint)
    for index, (name, said) in enumerate(_notes(report, finding, lang)):
        if not index:
            yield f"{' ' * gutter} {paint('gutter', '|')}"
        first, *rest = inert.lines(said)
        lead = f"{' ' * gutter} {paint('gutter', '=')} {paint('strong', name)}"
        yield lead + first
        yield from (f"{' ' * gutter} {paint('gutter', '|')}     {each}" for each in rest)


def _notes(report: Report, finding: Finding, lang: str) -> Iterator[tuple[str, str]]:
    for name in finding.obligations:
        obligation = report.obligation(name)
        yield words.RULE.in_(lang), words.rule(name, obligation).in_(lang)
    policy = report.policy(finding.policy)
    if policy and policy.why.in_(lang):
        yield words.WHY.in_(lang), policy.why.in_(lang)
    if finding.fix.in_(lang):
        yield words.FIX.in_(lang), finding.fix.in_(lang)
    if finding.due:
        yield words.DUE.in_(lang), finding.due.isoformat()
    if finding.waiver is not None:
        yield words.WAIVER.in_(lang), inert.line(finding.waiver)
    if finding.legacy is not None:
        yield words.LEGACY.in_(lang), words.legacy(finding.legacy).in_(lang)
    if policy:
        yield words.MORE.in_(lang), f"vendorbook explain {finding.policy}"
