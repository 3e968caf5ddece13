"""For a reader at a terminal: the merges as a table, then what was found."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.reports.inert import line
from vendorbook.reports.paint import Paint
from vendorbook.reports.trail import words
from vendorbook.reports.trail.words import Table, Told
from vendorbook.reports.width import in_columns, wrapped
from vendorbook.trail.life import Life
from vendorbook.trail.verdict import TrailVerdict

_MOST = 140


def render(verdict: TrailVerdict, lang: str, *, color: bool = False) -> str:
    """Tables, findings in full, and the sum of it at the end, where it is seen."""
    paint = Paint(color)
    parts = [paint("strong", words.heading(verdict).in_(lang))]
    parts += ["\n".join(_table(each, paint)) for each in words.tables(verdict, lang)]
    parts += ["\n".join(_finding(each, paint)) for each in words.findings(verdict, lang)]
    weight = "error" if verdict.at_fault else "warning" if verdict.unjudged else "fine"
    end = [paint(weight, words.summary(verdict).in_(lang)), words.evidence(verdict).in_(lang)]
    return "\n\n".join([*parts, "\n".join(end)]) + "\n"


def render_life(life: Life, lang: str, *, color: bool = False) -> str:
    """One table."""
    paint = Paint(color)
    table = _table(words.life_table(life, lang), paint)
    return "\n".join([paint("strong", words.life_heading(life).in_(lang)), *table]) + "\n"


def _table(table: Table, paint: Paint) -> Iterator[str]:
    if table.title:
        yield paint("strong", table.title)
    head, *rows = in_columns(([line(cell) for cell in row] for row in table.rows), _MOST)
    yield paint("strong", head)
    yield from map(_no_command, rows)


def _finding(found: Told, paint: Paint) -> Iterator[str]:
    yield _no_command(f"{paint(found.weight, f'[{line(found.policy)}]')} {line(found.where)}")
    yield from map(_no_command, wrapped(line(found.said), _MOST, "  "))
    for said in wrapped(line(found.fix), _MOST, "    ") if found.fix else ():
        yield _no_command(said)


def _no_command(said: str) -> str:
    """Text that came to stand at the beginning of a line, where `::` would be an order to a forge's runner."""
    return said.replace("::", ": :", 1) if said.lstrip().startswith("::") else said
