"""Dates of the Republic of China's calendar, beside the ISO ones: year 1 is 1912."""

from __future__ import annotations

from datetime import date

from vendorbook.exports.tabular import Cell, Column, Kind, Row, Table
from vendorbook.model import Text

_FIRST_YEAR = 1912


def roc(day: date) -> str:
    """2026-11-22 as 民國115年11月22日; the years before 1912 count backwards, from 民國前1年."""
    year = day.year - _FIRST_YEAR + 1
    said = f"民國{year}年" if year > 0 else f"民國前{1 - year}年"
    return f"{said}{day.month}月{day.day}日"


def with_roc(table: Table) -> Table:
    """The table with a column `…_roc` after every column of dates."""
    if not any(column.kind is Kind.DATE for column in table.columns):
        return table
    columns = [each for column in table.columns for each in _both(column)]
    dated = [column.kind is Kind.DATE for column in table.columns]
    return table._replace(columns=columns, rows=[_row(row, dated) for row in table.rows])


def _both(column: Column) -> list[Column]:
    if column.kind is not Kind.DATE:
        return [column]
    title = Text(f"{column.title.zh_tw}（民國）", f"{column.title.en} (ROC)")
    return [column, Column(f"{column.name}_roc", title, Kind.TEXT, column.confidential)]


def _row(row: Row, dated: list[bool]) -> Row:
    cells: list[Cell] = []
    for cell, is_date in zip(row, dated, strict=True):
        cells.append(cell)
        if is_date:
            cells.append(roc(cell) if isinstance(cell, date) else None)
    return tuple(cells)
