"""Tables and forms as Markdown: to be read, printed and signed; no text of a record is more than text in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vendorbook.exports.cells import as_text
from vendorbook.exports.tabular import Cell, Column, Form, Row, Table
from vendorbook.reports.inert import LONGEST
from vendorbook.reports.markdown import safe

_NOTHING = {"zh-TW": "（無）", "en": "(none)"}
_SIGNED = {"zh-TW": ("簽署", "簽章", "日期"), "en": ("To be signed", "Signature", "Date")}


def of_table(table: Table, lang: str) -> str:
    """The title and all rows; a column in which every row is empty says nothing, and is left out."""
    kept = [any(row[place] is not None for row in table.rows) for place in range(len(table.columns))]
    columns = [each for each, said in zip(table.columns, kept, strict=True) if said]
    rows = [tuple(cell for cell, said in zip(row, kept, strict=True) if said) for row in table.rows]
    blocks = [f"# {safe(table.title.in_(lang))}", _grid(columns, rows, lang) if rows else _NOTHING[lang]]
    return "\n\n".join(blocks) + "\n"


def of_form(form: Form, lang: str) -> str:
    """A checklist: what it is about, the questions and answers, and room for those who sign."""
    facts = [f"- {safe(label.in_(lang))}: {_cell(value, lang)}" for label, value in form.facts]
    role, *signed = _SIGNED[lang]
    signatures = [_line((role, *signed)), _line(("---",) * 3)]
    signatures += [_line((safe(each.in_(lang)), "", "")) for each in form.signatures]
    blocks = [f"# {safe(form.title.in_(lang))}", "\n".join(facts), _grid(form.columns, form.rows, lang)]
    return "\n\n".join([*blocks, "\n".join(signatures)]) + "\n"


def _grid(columns: Sequence[Column], rows: Iterable[Row], lang: str) -> str:
    return "\n".join(_lines(columns, rows, lang))


def _lines(columns: Sequence[Column], rows: Iterable[Row], lang: str) -> Iterator[str]:
    yield _line([safe(column.title.in_(lang)) for column in columns])
    yield _line(["---"] * len(columns))
    for row in rows:
        yield _line([_cell(cell, lang) for cell in row])


def _cell(value: Cell, lang: str) -> str:
    """What an examiner takes away is not cut short: a long text is made harmless in pieces."""
    text = as_text(value, lang).replace("\n", " ")
    return "".join(safe(text[start : start + LONGEST]) for start in range(0, len(text), LONGEST))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
