"""The rows below the headings, each with the values of its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vendorbook.importing import days, values
from vendorbook.importing.fields import Shape, Targets
from vendorbook.importing.grid import Cell, Grid
from vendorbook.importing.headings import Column, Heading, is_heading_again
from vendorbook.importing.meaning import Read, Words
from vendorbook.importing.told import Account, At, Origin, Told
from vendorbook.model import Plain, Text

_NAMES = ("supplier.id", "supplier.name.zh-TW", "supplier.name.en", "supplier.registration_number")
_TERM = ("contract.starts_on", "contract.ends_on")
_TITLES = ("id", "title.zh-TW", "title.en", "contract.number")


@dataclass
class Row:
    """Values by field, each with where it came from; `unused` are the cells that could not be used."""

    number: int
    said: dict[str, Plain] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)


class Rows:
    """Reads a sheet's rows, and tells of every cell that it could not use."""

    def __init__(self, grid: Grid, heading: Heading, targets: Targets, words: Words, account: Account) -> None:
        self._grid = grid
        self._heading = heading
        self._targets = targets
        self._words = words
        self._account = account

    def read(self) -> Iterator[Row]:
        for number in range(self._heading.rows[-1] + 1, len(self._grid.rows) + 1):
            if self._grid.is_blank(number):
                continue
            if is_heading_again(self._grid, number, self._heading):
                self._note(number, Text("標題列重複，略過", "the headings again, passed over"))
                continue
            if number in self._grid.hidden_rows:
                self._note(number, Text("隱藏的列，仍已讀取", "a hidden row, read all the same"))
            row = self._row(number)
            if self._is_record(row):
                yield row

    def _row(self, number: int) -> Row:
        row = Row(number)
        for column in self._heading.columns:
            cell = self._grid.at(number, column.number)
            if cell.is_blank or not column.fields:
                continue
            self._take(row, column, cell)
        self._refuse_backwards(row)
        return row

    def _take(self, row: Row, column: Column, cell: Cell) -> None:
        at = At(self._grid.name, row.number, column.number, column.heading)
        fields = column.fields or ()
        if "status" in fields:
            self._take_status(row, cell, Origin(at, cell.shown))
        spanned = days.span(cell.value) if self._are_two_days(fields) else None
        for index, name in enumerate(each for each in fields if each != "status"):
            found = Read(spanned[index]) if spanned else values.read(self._targets[name], cell, self._words)
            if self._are_two_days(fields) and not spanned and days.day(cell.value):
                found = Read(trouble=_ONE_DAY)
            if found.trouble is not None or found.value is None:
                self._refuse(row, Origin(at, cell.shown), found.trouble or Text("沒有內容", "nothing in it"))
                return
            self._put(row, name, found, Origin(at, cell.shown))

    def _refuse(self, row: Row, origin: Origin, message: Text) -> None:
        assert origin.at is not None  # noqa: S101  # a cell's
        self._account.unused.append(Told(origin.at, origin.shown, message))
        row.unused.append(origin.at.cell)

    def _refuse_backwards(self, row: Row) -> None:
        """Of a contract that ends before it starts, nobody knows which day is wrong: neither is used."""
        starts, ends = (row.said.get(name) for name in _TERM)
        if isinstance(starts, str) and isinstance(ends, str) and ends < starts:
            for origin in dict.fromkeys(row.origins[name] for name in _TERM):
                self._refuse(row, origin, _BACKWARDS)
            for name in _TERM:
                del row.said[name]

    def _take_status(self, row: Row, cell: Cell, origin: Origin) -> None:
        """As it stands where it is none that there is: it is compared with a record's, and becomes no draft's."""
        value = values.read(self._targets["status"], cell, self._words).value
        row.said["status"] = cell.shown if value is None else value
        row.origins["status"] = origin

    def _put(self, row: Row, name: str, found: Read, origin: Origin) -> None:
        assert found.value is not None and origin.at is not None  # noqa: S101, PT018
        row.said[name] = found.value
        row.origins[name] = origin
        if self._is_other(name, found.value, origin.shown):
            said = _in_words(found.value)
            self._account.read.append(Told(origin.at, origin.shown, Text(f"讀作 {said}", f"read as {said}")))
        for other, value in found.also.items():
            if row.said.setdefault(other, value) != value:
                told = Text(f"幣別欄寫的是 {row.said[other]}", f"the column of currencies says {row.said[other]}")
                self._account.unused.append(Told(origin.at, origin.shown, told))
            row.origins.setdefault(other, origin)

    def _is_other(self, name: str, value: Plain, shown: str) -> bool:
        is_listed = self._targets[name].shape in (Shape.NAMED, Shape.TYPES, Shape.SYSTEMS, Shape.CHOICES)
        return not is_listed and _in_words(value) != shown

    def _are_two_days(self, fields: tuple[str, ...]) -> bool:
        return len(fields) == 2 and all(self._targets[name].shape is Shape.DAY for name in fields)

    def _is_record(self, row: Row) -> bool:
        """A row that names neither a supplier nor an engagement is a sum or a remark: all of it is told."""
        if any(name in row.said for name in _NAMES) and any(name in row.said for name in _TITLES):
            return True
        self._account.not_written += 1
        shown = "；".join(
            f"{column.heading}={cell.shown}"
            for column in self._heading.columns
            if not (cell := self._grid.at(row.number, column.number)).is_blank
        )
        message = Text(
            "此列沒有供應商或委外案之名稱，未採用", "names no supplier or no engagement; the row was not used"
        )
        self._account.unused.append(Told(At(self._grid.name, row.number), shown, message))
        return False

    def _note(self, number: int, message: Text) -> None:
        self._account.notes.append(Told(At(self._grid.name, number), "", message))


def _in_words(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return ", ".join(map(_in_words, value)) if isinstance(value, list) else str(value)


_ONE_DAY = Text("只有一個日期，應有起日與迄日", "one day alone, where there should be the first and the last")
_BACKWARDS = Text("迄日早於起日", "the last day is before the first")
