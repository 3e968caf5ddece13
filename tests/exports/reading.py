"""Files of an export read back by other programs than wrote them: table name to rows, the heads left out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from vendorbook.exports import Export, Kind, Table
from vendorbook.exports.cells import as_text, in_language
from vendorbook.exports.sheets import sheets

Rows = list[list[Any]]
Files = Mapping[str, bytes]


def xlsx(files: Files, export: Export) -> dict[str, Rows]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(files[""]))
    read = {name: [[_plain(cell.value) for cell in row] for row in book[name].iter_rows()] for name in book.sheetnames}
    return _by_table(read, export)


def ods(files: Files, export: Export) -> dict[str, Rows]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(files[""]))
    read = {
        name: [[_plain(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }
    return _by_table(read, export)


def _by_table(read: Mapping[str, Rows], export: Export) -> dict[str, Rows]:
    """Sheets are called by titles; those of forms stand between those of tables."""
    names = [sheet.name for sheet in sheets(export) if sheet.form is None]
    assert list(read) == [sheet.name for sheet in sheets(export)]
    return {table.name: read[name][1:] for table, name in zip(export.tables, names, strict=True)}


def csv_files(files: Files, export: Export) -> dict[str, Rows]:
    read = {}
    for name, data in files.items():
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
        table = next(each for each in export.tables if f"{each.name}.csv" == name)
        assert lines[0] == [column.name for column in table.columns]
        read[table.name] = [[cell.removeprefix("'") for cell in line] for line in lines[1:]]
    return read


def parquet(files: Files, export: Export) -> dict[str, Rows]:
    from pyarrow.parquet import read_table

    read = {name.removesuffix(".parquet"): read_table(io.BytesIO(data)) for name, data in files.items()}
    return {name: [list(row.values()) for row in table.to_pylist()] for name, table in read.items()}


def json_file(files: Files, export: Export) -> dict[str, Rows]:
    tables = json.loads(files[""])["tables"]
    return {name: [list(row.values()) for row in rows] for name, rows in tables.items()}


READERS: dict[str, Callable[[Files, Export], dict[str, Rows]]] = {
    "xlsx": xlsx,
    "ods": ods,
    "csv": csv_files,
    "parquet": parquet,
    "json": json_file,
}


def expected(table: Table, export: Export, format: str) -> Rows:
    """The table's values as a format can say them."""
    return [
        [_in_format(cell, export.lang, format, column.kind) for cell, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]


def _in_format(cell: object, lang: str, format: str, kind: Kind) -> object:
    value: Any = cell
    if format == "csv":
        return as_text(value, lang)
    if format == "json":
        return (
            value.both()
            if kind is Kind.BOTH and value
            else _listed(value.isoformat() if isinstance(value, date) else value)
        )
    if format == "parquet" and isinstance(value, tuple) and kind is Kind.LIST:
        return list(value)
    return _plain(in_language(value, lang)) if format in ("xlsx", "ods") else in_language(value, lang)


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _plain(value: object) -> object:
    """What an empty cell, a day and a number are, whichever program tells them."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return None if value == "" else value


def cells(rows: Sequence[Sequence[object]]) -> list[object]:
    return [cell for row in rows for cell in row]
