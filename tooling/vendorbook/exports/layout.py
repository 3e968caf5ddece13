"""How sheets are laid out in every format that prints; of a form, facts stand above the table, and below who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vendorbook.exports.cells import as_text
from vendorbook.exports.sheets import Sheet, Value
from vendorbook.exports.tabular import Form
from vendorbook.model import Text
from vendorbook.reports.width import width, wrapped

WIDTHS = (5, 20, 44, 8, 23)
"""Of the columns of a form, in characters: together an A4 page upright."""

SIGNATURE = Text("簽章：", "Signature:")
DATE = Text("日期：", "Date:")


def facts(form: Form, lang: str) -> Iterator[tuple[str, str]]:
    return ((label.in_(lang), as_text(value, lang)) for label, value in form.facts)


class Page(NamedTuple):
    """An A4 page, and on how many of them a sheet is to have room: side by side, and (0: any number) below one another.

    A form keeps its signatures together with what is signed, as long as one can read it.
    """

    is_upright: bool
    across: int
    down: int

    @property
    def name(self) -> str:
        return f"{'form' if self.is_upright else 'data'}-{self.across}-{self.down}"


def page_of(sheet: Sheet) -> Page:
    if sheet.form:
        return Page(True, 1, -(-max(1, sum(lines_of(row, WIDTHS) for row in sheet.rows)) // _LINES))
    return Page(False, -(-sum(sheet.widths) // _CHARACTERS), 0)


_LINES = 100
_CHARACTERS = 190
"""What an A4 page still shows legibly."""


def lines_of(row: Sequence[Value], widths: Sequence[int]) -> int:
    """How many lines the cell of a row that takes most of them takes."""
    return max((_lines(value, most) for value, most in zip(row, widths, strict=True)), default=1)


def _lines(value: Value, most: int) -> int:
    if not isinstance(value, str) or (2 * len(value) <= most and "\n" not in value):
        return 1
    return sum(1 if width(line) <= most else _wrapped(line, most) for line in value.split("\n"))


def _wrapped(line: str, most: int) -> int:
    """A word that is longer than a line is broken, which the first of the two does not count."""
    return max(len(wrapped(line, most)), -(-width(line) // most))
