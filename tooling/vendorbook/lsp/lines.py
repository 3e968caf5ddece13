"""Places in a text: as the reader counts them, as editors do, and how long they are."""

from __future__ import annotations

import re
from collections.abc import Callable

from lsprotocol.types import Position, Range

from vendorbook.reports.snippets import token_at

Units = Callable[[str], int]
"""How many of the units that an editor counts columns in a text takes: UTF-16's, unless both agreed on others."""

_ROWS = re.compile(r"\r\n|\r|\n")
_LONGEST = 300
"""Characters of what is underlined."""


class Lines:
    """The rows of a text, as an editor divides it: CR ends a row too, U+2028 and its like do not."""

    def __init__(self, text: str, units: Units) -> None:
        self.rows = _ROWS.split(text)
        self._text = text
        self._units = units

    def range_at(self, line: int, column: int) -> Range:
        """What begins at a place as the reader tells it: lines end in LF alone, columns count characters, from 1."""
        row, before = self._as_editors_do(line, column)
        text = self.rows[row]
        end = min(before + len(token_at(text, before)), before + _LONGEST, len(text))
        return self.range_of(row, before, end)

    def range_of(self, row: int, start: int, end: int) -> Range:
        """From one character of a row to another, both counted from 0."""
        text = self.rows[row]
        return Range(Position(row, self._units(text[:start])), Position(row, self._units(text[:end])))

    def place_of(self, position: Position) -> tuple[int, int]:
        """The row and the character, both from 0, that an editor's position is at; the nearest that there is."""
        row = min(max(position.line, 0), len(self.rows) - 1)
        text, column = self.rows[row], 0
        while column < len(text) and self._units(text[: column + 1]) <= position.character:
            column += 1
        return row, column

    def _as_editors_do(self, line: int, column: int) -> tuple[int, int]:
        rows = self._text.split("\n")
        number = min(max(line, 1), len(rows)) - 1
        before = rows[number][: max(column, 1) - 1]
        above = _ROWS.split("\n".join([*rows[:number], before]))
        return len(above) - 1, len(above[-1])
