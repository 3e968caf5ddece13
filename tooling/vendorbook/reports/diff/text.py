"""For a reader at a terminal: a row a difference, what was struck out in red and what stands there now in green."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.reports.diff import words
from vendorbook.reports.diff.account import Account
from vendorbook.reports.diff.rows import Row, rows
from vendorbook.reports.inert import line, path
from vendorbook.reports.paint import Paint

_LONGEST = 400


def render(of: Account, lang: str, *, color: bool = False) -> str:
    """What is told and how much is missing, then every record and file, each under its name."""
    paint = Paint(color)
    tone = "error" if any(each.severity == "error" and each.waiver is None for each in of.missing) else "fine"
    top = [
        paint("strong", words.heading(of).in_(lang)),
        words.judged(of).in_(lang),
        paint(tone, words.missing(of).in_(lang)),
    ]
    return "\n".join([*top, *_set(of, lang, paint)]) + "\n"


def _set(of: Account, lang: str, paint: Paint) -> Iterator[str]:
    for row in rows(of, lang):
        if row.depth == 0:
            yield ""
            yield paint(row.tone or "strong", path(line(row.said, _LONGEST)))
        else:
            yield "  " * row.depth + _row(row, paint)


def _row(row: Row, paint: Paint) -> str:
    """`~ Title › title: before → after  (way.in.the.file)`; whatever it says, it begins with a sign or a word."""
    said = line(row.said, _LONGEST)
    lead = f"{row.sign} {said}" if row.sign else said
    lead = paint(row.tone, lead) if row.tone else lead
    values = " → ".join(
        paint(tone, line(value, _LONGEST)) for tone, value in (("removed", row.was), ("added", row.now)) if value
    )
    mark = paint("warning", f" [{row.mark}]") if row.mark else ""
    at = f"  ({line(row.at, _LONGEST)})" if row.at else ""
    return f"{lead}{row.colon + values if values else ''}{mark}{paint('waived', at)}"
