"""XLSX by openpyxl: values as they were last worked out, never worked out anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from vendorbook.importing.grid import Cell, Grid, Merge, Value, refuse_size
from vendorbook.importing.reading import FORMULA_FAILED, FORMULA_UNKNOWN, is_error


def read(path: Path) -> list[Grid]:
    results = load_workbook(path, data_only=True, keep_links=False)
    formulas = load_workbook(path, data_only=False, keep_links=False)
    return [_grid(sheet, formulas[sheet.title]) for sheet in results.worksheets]


def _grid(sheet: Any, formulas: Any) -> Grid:
    refuse_size(sheet.max_row * sheet.max_column)
    rows = [
        [_cell(cell, formula) for cell, formula in zip(row, with_formulas, strict=True)]
        for row, with_formulas in zip(sheet.iter_rows(), formulas.iter_rows(), strict=True)
    ]
    merges = [Merge(each.min_row, each.min_col, each.max_row, each.max_col) for each in sheet.merged_cells.ranges]
    hidden = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    return Grid(
        sheet.title, rows, hidden, set(_hidden_columns(sheet)), sorted(merges), is_hidden=sheet.sheet_state != "visible"
    )


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for each in sheet.column_dimensions.values():
        if each.hidden and each.min:
            yield from range(each.min, min(each.max, sheet.max_column) + 1)


def _cell(cell: Any, formula: Any) -> Cell:
    value = cell.value
    if cell.data_type == "e" or (isinstance(value, str) and formula.data_type == "f" and is_error(value)):
        return Cell(str(value), FORMULA_FAILED)
    if value is None and formula.data_type == "f":
        return Cell(None, FORMULA_UNKNOWN)
    return Cell(_plain(value))


def _plain(value: Any) -> Value:
    """Days without their midnight; what else there may be, as text."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.isoformat(" ")
    if value is None or isinstance(value, str | bool | int | float | date):
        return value
    return str(value) if isinstance(value, time | timedelta) else str(getattr(value, "text", value))
