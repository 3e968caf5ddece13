"""Markdown, for a minute or the summary of a pull request; no text of a record is more than text in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vendorbook.judging.concentration import Concentration
from vendorbook.reports.concentration import words
from vendorbook.reports.concentration.sections import Section, sections
from vendorbook.reports.markdown import safe


def render(of: Concentration, commit: str | None, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """As for a terminal, in full width."""
    at = f" · <code>{safe(commit[:12])}</code>" if commit else ""
    blocks = [f"## {safe(words.heading(of).in_(lang))}{at}"]
    for section in sections(of, lang):
        blocks += _section(section)
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> Iterator[str]:
    if section.title:
        yield f"### {safe(section.title)}"
    if section.rows:
        head, *rows = section.rows
        yield "\n".join(_row(cells) for cells in (head, ["---"] * len(head), *rows))
    if section.lines:
        yield "\n".join(f"- {safe(line.said)}" for line in section.lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell if cell == '---' else safe(cell.strip()) for cell in cells)} |"
