"""Parquet, a file a table: typed columns for programs that compute."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from vendorbook.exports.export import Export
from vendorbook.exports.needed import needed
from vendorbook.exports.tabular import Cell, Kind, Table
from vendorbook.model import Text

SAID = Text("各表一個檔案，欄位有型別", "a file a table, with typed columns")
IN_FOLDER = True
IS_TEXT = False

_TYPES = {
    Kind.TEXT: "string",
    Kind.BOTH: "string",
    Kind.DATE: "date32",
    Kind.NUMBER: "float64",
    Kind.COUNT: "int64",
    Kind.FLAG: "bool_",
}


def files(export: Export) -> Mapping[str, bytes]:
    pyarrow, parquet = needed("pyarrow"), needed("pyarrow.parquet")
    return {f"{each.name}.parquet": _file(each, export, pyarrow, parquet) for each in export.tables}


def _file(table: Table, export: Export, pyarrow: Any, parquet: Any) -> bytes:
    fields = [
        pyarrow.field(column.name, _type(column.kind, pyarrow), metadata={"title": column.title.in_(export.lang)})
        for column in table.columns
    ]
    confidential = "true" if export.material.confidential else "false"
    schema = pyarrow.schema(fields, metadata={"vendorbook.table": table.name, "vendorbook.confidential": confidential})
    rows = [{name: _plain(cell, export.lang) for name, cell in each.items()} for each in table.records]
    written = BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=schema), written, compression="none")
    return written.getvalue()


def _type(kind: Kind, pyarrow: Any) -> Any:
    return pyarrow.list_(pyarrow.string()) if kind is Kind.LIST else getattr(pyarrow, _TYPES[kind])()


def _plain(cell: Cell, lang: str) -> object:
    if isinstance(cell, Text):
        return cell.in_(lang)
    return list(cell) if isinstance(cell, tuple) else cell
