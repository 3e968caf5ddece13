"""Markdown, for the summary of a run or a file of an audit; no text of a record or commit is more than text in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vendorbook.reports.markdown import safe
from vendorbook.reports.trail import words
from vendorbook.reports.trail.words import Table
from vendorbook.trail.life import Life
from vendorbook.trail.verdict import TrailVerdict

_MOST_ROWS = 1000


def render(verdict: TrailVerdict, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """As for a terminal, the sum of it first."""
    blocks = [f"## {safe(words.heading(verdict).in_(lang))}"]
    blocks += [safe(words.summary(verdict).in_(lang)), safe(words.evidence(verdict).in_(lang))]
    told = words.findings(verdict, lang)
    blocks.append("\n".join(f"- **{safe(each.policy)}** {safe(each.where)}: {safe(each.said)}" for each in told))
    blocks += ["\n\n".join(_table(each)) for each in words.tables(verdict, lang)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def render_life(life: Life, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """One table."""
    return "\n\n".join([f"## {safe(words.life_heading(life).in_(lang))}", *_table(words.life_table(life, lang))]) + "\n"


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"### {safe(table.title)}"
    head, *rows = table.rows
    yield "\n".join(map(_row, (head, ("---",) * len(head), *rows[-_MOST_ROWS:])))
    if unlisted := rows[:-_MOST_ROWS]:
        yield f"… ({len(unlisted)})"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell if cell == '---' else safe(cell) for cell in cells)} |"
