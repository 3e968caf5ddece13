"""The lines that a finding is about, its own first, with what is meant underlined."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Finding, Location
from vendorbook.reports import inert
from vendorbook.reports.paint import Paint
from vendorbook.reports.report import Report
from vendorbook.reports.snippets import Snippet, snippet


def excerpts(report: Report, finding: Finding, lang: str, gutter: int, paint: Paint) -> Iterator[str]:
    """The finding's place and its related ones, each with its line where that may be shown."""
    pad, bar = " " * gutter, paint("gutter", "|")
    yield f"{pad}{paint('gutter', '-->')} {inert.where(finding.location)}"
    if shown := _snippet(report, finding.location):
        yield f"{pad} {bar}"
        yield from _underlined(finding.location.line, shown, gutter, paint, report.weight(finding), "^", "")
    for place in finding.related:
        label = inert.line(place.message.in_(lang))
        shown = _snippet(report, place.location)
        said = "" if shown else f" {label}"
        yield f"{pad} {bar}"
        yield f"{pad}{paint('gutter', '~~>')} {inert.where(place.location)}{said}"
        if shown:
            yield f"{pad} {bar}"
            yield from _underlined(place.location.line, shown, gutter, paint, "gutter", "-", label)


def _snippet(report: Report, at: Location) -> Snippet | None:
    source = report.source_line(at.path, at.line)
    return None if source is None else snippet(source, at.column)


def _underlined(
    number: int, shown: Snippet, gutter: int, paint: Paint, colour: str, mark: str, label: str
) -> Iterator[str]:
    bar = paint("gutter", "|")
    yield f"{paint('gutter', str(number).rjust(gutter))} {bar} {shown.shown}"
    under = paint(colour, f"{mark * shown.across} {label}".rstrip())
    yield f"{' ' * gutter} {bar} {' ' * shown.before}{under}"
