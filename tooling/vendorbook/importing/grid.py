"""A sheet as it was read, whatever kind of file it came from: rows of cells, and what is hidden or merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from vendorbook.model import CannotJudge, Text

Value = str | int | float | bool | date | None

MOST_CELLS = 2_000_000
MOST_BYTES = 50_000_000
UNPACKED = 400_000_000
"""Bytes that a file may come to when it is unpacked."""


class Cell(NamedTuple):
    """A value, and why there is none where something stands in the sheet."""

    value: Value = None
    trouble: Text | None = None

    @property
    def is_blank(self) -> bool:
        return self.trouble is None and (self.value is None or (isinstance(self.value, str) and not self.value.strip()))

    @property
    def shown(self) -> str:
        """The value in words, for whoever looks for it in the sheet."""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return "" if self.value is None else str(self.value).strip()


class Merge(NamedTuple):
    """A block that is one cell to the eye; all count from 1, both ends within."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Grid:
    """A sheet. Rows and columns count from 1; `told` is what reading it came to that somebody should know."""

    name: str
    rows: list[list[Cell]]
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    is_hidden: bool = False
    told: list[Text] = field(default_factory=list)

    def at(self, row: int, column: int) -> Cell:
        cells = self.rows[row - 1] if 0 < row <= len(self.rows) else []
        return cells[column - 1] if 0 < column <= len(cells) else Cell()

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def is_blank(self, row: int) -> bool:
        return all(cell.is_blank for cell in self.rows[row - 1])

    def spread(self) -> int:
        """Puts what stands in a merged block into each of its cells, and tells into how many."""
        count = 0
        for merge in self.merges:
            first = self.at(merge.top, merge.left)
            for row in range(merge.top, min(merge.bottom, len(self.rows)) + 1):
                cells = self.rows[row - 1]
                cells.extend(Cell() for _ in range(merge.right - len(cells)))
                for column in range(merge.left, merge.right + 1):
                    count += not first.is_blank and (row, column) != (merge.top, merge.left)
                    cells[column - 1] = first
        return count


def letters(column: int) -> str:
    """The column as sheets name it: 1 is A, 28 is AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def refuse_size(cells: int) -> None:
    if cells > MOST_CELLS:
        raise CannotJudge(
            Text(
                f"工作表太大（{cells} 格）：請刪除有格式而無內容的列與欄",
                f"the sheet is too large ({cells} cells): delete rows and columns that are formatted and hold nothing",
            )
        )
