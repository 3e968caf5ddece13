"""Cells as text, for formats that have nothing else."""

from __future__ import annotations

from datetime import date

from vendorbook.exports.tabular import Cell, Row, Table
from vendorbook.model import Text
from vendorbook.reports.inert import visible

JOINT = "；"
"""Between the parts of a list, as one writes in Chinese; no id and no code has one in it."""


def seen(table: Table) -> Table:
    """The table with every character that cannot be seen, or that XML does not know, named instead.

    The strict reader lets none of those into a record; what git or a finding quotes may hold some.
    """
    return table._replace(rows=[_seen_row(row) for row in table.rows])


def _seen_row(row: Row) -> Row:
    return tuple(_seen(cell) for cell in row)


def _seen(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return visible(cell)
    if isinstance(cell, Text):
        return Text(visible(cell.zh_tw), visible(cell.en))
    # A tuple that is no Text is a list.
    return tuple(visible(part) for part in cell) if isinstance(cell, tuple) else cell


def in_language(cell: Cell, lang: str) -> bool | int | float | str | date | None:
    """The cell as one value: a text in both languages in one of them, the parts of a list joined."""
    if isinstance(cell, Text):
        return cell.in_(lang)
    return JOINT.join(cell) if isinstance(cell, tuple) else cell


def as_text(cell: Cell, lang: str) -> str:
    """The cell in characters: dates in ISO, true and false in English, nothing as the empty text."""
    value = in_language(cell, lang)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
