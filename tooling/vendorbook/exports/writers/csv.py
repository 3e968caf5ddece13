"""CSV by RFC 4180, a file a table, in UTF-8; the first line has the columns' names, whose titles `columns.csv` tells.

A text that a spreadsheet might take for a formula gets an apostrophe before it, and so does a text that begins with
one: whoever takes one apostrophe off again has every text as it was.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from vendorbook.exports.cells import as_text
from vendorbook.exports.export import Export
from vendorbook.exports.tabular import Cell, Table
from vendorbook.model import Text
from vendorbook.reports.formulas import guarded

SAID = Text("各表一個檔案", "a file a table")
IN_FOLDER = True
IS_TEXT = True


def files(export: Export) -> Mapping[str, bytes]:
    mark = "\ufeff" if export.bom else ""
    return {f"{each.name}.csv": (mark + _text(each, export.lang)).encode() for each in export.tables}


def _text(table: Table, lang: str) -> str:
    written = io.StringIO(newline="")
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow([column.name for column in table.columns])
    lines.writerows([_cell(cell, lang) for cell in row] for row in table.rows)
    return written.getvalue()


def _cell(cell: Cell, lang: str) -> str:
    text = as_text(cell, lang)
    return guarded(text) if isinstance(cell, str | tuple) else text
