"""What taking in a sheet came to, beside the drafts: what is told of cells and rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vendorbook.importing.grid import letters
from vendorbook.model import Plain, Text


class At(NamedTuple):
    """A place in a sheet; column 0 stands for the whole row, row 0 for the whole sheet."""

    sheet: str
    row: int
    column: int = 0
    heading: str = ""

    @property
    def cell(self) -> str:
        return f"{letters(self.column)}{self.row}" if self.column else str(self.row or "")


class Told(NamedTuple):
    """What is said of a place, and what stands there."""

    at: At
    shown: str
    message: Text


class Origin(NamedTuple):
    """Where a value of a record came from: a cell, or the mapping's defaults (None)."""

    at: At | None
    shown: str


@dataclass
class Draft:
    """A record that is to be written: `id` is `<supplier>` or `<supplier>/<engagement>`."""

    id: str
    kind: str
    values: dict[str, Plain]
    rows: list[int]
    origins: dict[str, Origin] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    missing: Mapping[str, int] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"vendors/{self.id}/{self.kind}.yaml"


@dataclass
class Account:
    """`unused` are cells and rows that could not be used, `read` those that say it otherwise, `notes` the rest.

    `unchanged` counts the rows that say of an engagement what the register says.
    """

    unused: list[Told] = field(default_factory=list)
    read: list[Told] = field(default_factory=list)
    notes: list[Told] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    rows: int = 0
    unchanged: int = 0
    not_written: int = 0
