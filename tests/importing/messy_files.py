"""The sheet of `messy`, as the files that firms keep it in."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import Any

from odfdo import Cell, Document, Row, Table
from xlsxwriter import Workbook

from tests.importing.messy import COST, HEADINGS, HIDDEN, MERGED, SHEET, lines, row_of, supplier


def write_xlsx(path: Path) -> None:
    with Workbook(str(path), {"strings_to_formulas": False}) as book:
        book.add_worksheet("說明").write("A1", "請勿外流")
        sheet = book.add_worksheet(SHEET)
        sheet.merge_range(0, 0, 0, 24, "資訊委外清冊（113 年度）")
        column = 0
        for group, parts in HEADINGS:
            if len(parts) > 1:
                sheet.merge_range(2, column, 2, column + len(parts) - 1, group)
                sheet.write_row(3, column, parts)
            else:
                sheet.merge_range(2, column, 3, column, group)
            column += len(parts)
        for number, cells in lines():
            for index, value in enumerate(cells):
                _write(sheet, number - 1, index, value)
        for first in MERGED:
            sheet.merge_range(row_of(first) - 1, 0, row_of(first) + 3, 0, supplier(first)[0])
        for row in HIDDEN:
            sheet.set_row(row - 1, None, None, {"hidden": True})
        book.add_worksheet("舊資料").hide()


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    if value == "=no result":
        sheet.write_formula(row, column, "=A1*2", None, "")
    elif value == "=#REF!":
        sheet.write_formula(row, column, "=#REF!*2", None, "#REF!")
    elif column == COST and isinstance(value, int) and row % 2:
        sheet.write_formula(row, column, f"={value}+0", None, value)
    elif value is not None:
        sheet.write(row, column, value)


def _header_lines() -> tuple[list[str], list[str]]:
    """As they stand where nothing can be merged."""
    above = [name for group, parts in HEADINGS for name in (group, *[""] * (len(parts) - 1))]
    below = [part if len(parts) > 1 else "" for _, parts in HEADINGS for part in parts]
    return above, below


SPOILT, UNREAD = "C-113-150", row_of(150)
"""A contract's number in the CSV with a byte behind it that is of no encoding, and its row."""


def write_csv(path: Path) -> None:
    """Most lines in Big5, those with what Big5 has not in UTF-8, as where two programs have written one file."""
    above, below = _header_lines()
    rows: list[list[Any]] = [["資訊委外清冊（113 年度）"], [], above, below, *(cells for _, cells in lines())]
    with path.open("wb") as file:
        for number, row in enumerate(rows):
            text = StringIO(newline="")
            csv.writer(text).writerow([_in_csv(value) for value in row])
            written = _encoded(text.getvalue(), number)
            file.write(written.replace(SPOILT.encode(), SPOILT.encode() + b"\xff") if number + 1 == UNREAD else written)


def _in_csv(value: Any) -> Any:
    return {"=no result": "", "=#REF!": "#REF!", True: "TRUE", False: "FALSE"}.get(value, value) if value else value


def _encoded(text: str, number: int) -> bytes:
    try:
        return text.encode("utf-8" if number % 7 == 5 else "cp950")
    except UnicodeEncodeError:
        return text.encode("utf-8")


def write_ods(path: Path, count: int) -> None:
    """As many of the engagements as one has the patience for."""
    book = Document("spreadsheet")
    book.body.clear()
    for name in ("說明", SHEET, "舊資料"):
        book.body.append(Table(name))
    book.body.get_table(name="說明").set_value("A1", "請勿外流")
    table = book.body.get_table(name=SHEET)
    above, below = _header_lines()
    for number, row in enumerate(
        [["資訊委外清冊（113 年度）"], [], above, below, *(cells for _, cells in lines(count))]
    ):
        table.set_row(number, _ods_row(row, is_hidden=number + 1 in HIDDEN))
    for first in MERGED:
        table.set_span((0, row_of(first) - 1, 0, row_of(first) + 3))
    book.save(path)


def _ods_row(values: list[Any], *, is_hidden: bool) -> Row:
    row = Row()
    for index, value in enumerate(values):
        row.set_cell(index, _ods_cell(value))
    if is_hidden:
        row.set_attribute("table:visibility", "collapse")
    return row


def _ods_cell(value: Any) -> Cell:
    if value == "=no result":
        cell = Cell()
        cell.formula = "of:=[.A1]*2"
        return cell
    if value == "=#REF!":
        cell = Cell("#REF!")
        cell.formula = "of:=[.#REF!]*2"
        return cell
    return Cell(value)
