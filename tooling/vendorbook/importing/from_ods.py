"""ODS by odfdo: values as they were last worked out, never worked out anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from odfdo import Document

from vendorbook.importing.grid import Cell, Grid, Merge, Value, refuse_size
from vendorbook.importing.reading import FORMULA_FAILED, FORMULA_UNKNOWN, is_error

_HIDDEN = ("collapse", "filter")
_FILLER = 1000
"""More repetitions of nothing than this are what fills a sheet up to its end."""


def read(path: Path) -> list[Grid]:
    return [_grid(table) for table in Document(path).body.get_elements("//table:table")]


def _grid(table: Any) -> Grid:
    grid = Grid(str(table.get_attribute("table:name") or ""), [])
    for element in table.get_elements("descendant::table:table-row"):
        times = _number(element, "table:number-rows-repeated")
        cells = list(_cells(element, len(grid.rows) + 1, grid.merges))
        if times > _FILLER and all(cell.is_blank for cell in cells):
            continue
        refuse_size((len(grid.rows) + times) * max(len(cells), 1))
        if element.get_attribute("table:visibility") in _HIDDEN:
            grid.hidden_rows |= set(range(len(grid.rows) + 1, len(grid.rows) + times + 1))
        grid.rows += [list(cells) for _ in range(times)]
    grid.hidden_columns = set(_hidden_columns(table, grid.width))
    return grid


def _cells(row: Any, number: int, merges: list[Merge]) -> Iterator[Cell]:
    column = 1
    for element in row.get_elements("table:table-cell | table:covered-table-cell"):
        times = _number(element, "table:number-columns-repeated")
        cell = _cell(element)
        if times > _FILLER and cell.is_blank:
            return
        down, across = (_number(element, f"table:number-{way}-spanned") for way in ("rows", "columns"))
        if down > 1 or across > 1:
            merges.append(Merge(number, column, number + down - 1, column + across - 1))
        refuse_size(times)
        yield from (cell for _ in range(times))
        column += times


def _cell(element: Any) -> Cell:
    if element.tag == "table:covered-table-cell":
        return Cell()
    value = _value(element)
    if element.get_attribute("table:formula"):
        if value is None:
            return Cell(None, FORMULA_UNKNOWN)
        if isinstance(value, str) and is_error(value):
            return Cell(value, FORMULA_FAILED)
    return Cell(value)


def _value(element: Any) -> Value:
    kind = element.get_attribute("office:value-type")
    if kind in ("float", "percentage", "currency"):
        return float(element.get_attribute("office:value"))
    if kind == "boolean":
        return bool(element.get_attribute("office:boolean-value") in (True, "true"))
    text = "\n".join(each.inner_text for each in element.get_elements("text:p"))
    if kind == "date":
        said = str(element.get_attribute("office:date-value"))
        return date.fromisoformat(said) if len(said) == len("2024-05-07") else said.replace("T", " ")
    return text or None


def _hidden_columns(table: Any, width: int) -> Iterator[int]:
    column = 1
    for element in table.get_elements("descendant::table:table-column"):
        times = _number(element, "table:number-columns-repeated")
        if element.get_attribute("table:visibility") in _HIDDEN:
            yield from range(column, min(column + times, width + 1))
        column += times


def _number(element: Any, name: str) -> int:
    return int(element.get_attribute(name) or 1)
