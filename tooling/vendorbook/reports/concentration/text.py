"""For a reader at a terminal: tables of at most a hundred columns."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.judging.concentration import Concentration
from vendorbook.reports.concentration import words
from vendorbook.reports.concentration.sections import Section, sections
from vendorbook.reports.inert import line
from vendorbook.reports.paint import Paint
from vendorbook.reports.width import in_columns, wrapped

_MOST = 100
_LONGEST = 5000


def render(of: Concentration, commit: str | None, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """Tables with lines below them, each part under its title."""
    paint = Paint(color)
    parts = ["\n".join(_section(each, paint)) for each in sections(of, lang)]
    return "\n\n".join([paint("strong", words.heading(of).in_(lang)), *parts]) + "\n"


def _section(section: Section, paint: Paint) -> Iterator[str]:
    if section.title:
        yield paint("strong", section.title)
    if section.rows:
        head, *rows = in_columns(([line(cell) for cell in row] for row in section.rows), _MOST)
        yield paint("strong", head)
        yield from map(_no_command, rows)
    for each in section.lines:
        for said in map(_no_command, wrapped(line(each.said, _LONGEST), _MOST, "  ")):
            yield paint(each.weight, said) if each.weight else said


def _no_command(said: str) -> str:
    """Text that came to stand at the beginning of a line, where `::` would be an order to a forge's runner."""
    return said.replace("::", ": :", 1) if said.lstrip().startswith("::") else said
