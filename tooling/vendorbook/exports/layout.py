"""How sheets are laid out in every format that prints; of a form, facts stand above the table, and below who signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.exports.cells import as_text
from vendorbook.exports.sheets import Sheet
from vendorbook.exports.tabular import Form
from vendorbook.model import Text

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
        return Page(True, 1, -(-max(1, len(sheet.rows)) // _ROWS))
    return Page(False, -(-sum(sheet.widths) // _CHARACTERS), 0)


_ROWS = 45
_CHARACTERS = 190
"""What an A4 page still shows legibly."""
