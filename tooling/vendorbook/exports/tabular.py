"""What every format is made from: tables of typed cells, and forms to be printed and signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from vendorbook.model import Text

Cell: TypeAlias = bool | int | float | str | date | Text | tuple[str, ...] | None
"""One value; None where there is none."""

Row: TypeAlias = tuple[Cell, ...]


class Kind(StrEnum):
    """What the cells of a column are: TEXT str, BOTH Text, LIST tuple, DATE date, NUMBER float or int, COUNT int,
    FLAG bool; any of them None."""

    TEXT = "text"
    BOTH = "both"
    LIST = "list"
    DATE = "date"
    NUMBER = "number"
    COUNT = "count"
    FLAG = "flag"


class Column(NamedTuple):
    """`name` is for programs and never changes; `title` is for people."""

    name: str
    title: Text
    kind: Kind = Kind.TEXT
    confidential: bool = False


class Form(NamedTuple):
    """A page to be printed and signed: what it is about as pairs, a table, and who signs."""

    name: str
    title: Text
    facts: Sequence[tuple[Text, Cell]]
    columns: Sequence[Column]
    rows: Sequence[Row]
    signatures: Sequence[Text]


class Table(NamedTuple):
    """Rows under columns, in an order that the input alone decides; a row has a cell for each column."""

    name: str
    title: Text
    columns: Sequence[Column]
    rows: Sequence[Row]
    forms: Sequence[Form] = ()

    @property
    def records(self) -> list[dict[str, Cell]]:
        """Each row by the names of its columns."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]
