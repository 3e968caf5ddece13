"""The import template as a file: a workbook with its guide, or CSV, which has room for the sheet alone."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import Any

from vendorbook.exports import ods_styles
from vendorbook.exports.cells import as_text
from vendorbook.exports.needed import needed
from vendorbook.exports.ods_cells import cell, columns, quoted, row
from vendorbook.exports.ods_package import packed
from vendorbook.exports.sheets import Value
from vendorbook.importing.template import Page
from vendorbook.model import CannotJudge, Text
from vendorbook.reports.formulas import guarded

_WIDTH = 24
_MADE = datetime(1980, 1, 1, 12)  # noqa: DTZ001  # the earliest that an archive can say: no clock is in the file
_FIRST_DAY = date(1900, 3, 1)
"""Before it, Excel counts a day that never was (1900-02-29)."""


def template_file(suffix: str, pages: Sequence[Page]) -> bytes:
    """The same bytes for the same pages. Raises CannotJudge where a name ends otherwise than in .xlsx, .ods or .csv."""
    made = _WRITERS.get(suffix.lower())
    if made is None:
        raise CannotJudge(Text("樣板須為 .xlsx、.ods 或 .csv", "a template ends in .xlsx, .ods or .csv"))
    return made(pages)


def _xlsx(pages: Sequence[Page]) -> bytes:
    written = BytesIO()
    book = needed("xlsxwriter").Workbook(written, {"in_memory": True})
    book.set_properties({"author": "vendorbook", "created": _MADE})
    bold, text, day = (book.add_format(each) for each in ({"bold": True}, _TEXT, {"num_format": "yyyy-mm-dd"}))
    for page in pages:
        sheet = book.add_worksheet(page.name)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(page.heads) - 1, _WIDTH, text)
        for column, head in enumerate(page.heads):
            sheet.write_string(0, column, head, bold)
        for number, values in enumerate(page.rows, 1):
            for column, value in enumerate(values):
                _put(sheet, number, column, value, text, day)
    book.close()
    return written.getvalue()


_TEXT = {"num_format": "@", "text_wrap": True, "valign": "top"}
"""What is typed in stays as it is typed: a number that begins with zeros, a day of the Minguo calendar."""


def _put(sheet: Any, row: int, column: int, value: Value, text: Any, day: Any) -> None:
    if isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(row, column, datetime.combine(value, time()), day)
    elif value is not None:
        sheet.write_string(row, column, str(value), text)


def _ods(pages: Sequence[Page]) -> bytes:
    document = needed("odfdo").Document("spreadsheet")
    document.body.clear()
    for style in (*ods_styles.cells(), ods_styles.width(_WIDTH)):
        document.insert_style(style, automatic=True)
    document.meta.creation_date = document.meta.date = _MADE
    document.meta.generator = "vendorbook"
    return packed(document, "".join(map(_table, pages)))


def _table(page: Page) -> str:
    head = row(cell(each, "head") for each in page.heads)
    rows = "".join(row(map(cell, values)) for values in page.rows)
    wide = columns([_WIDTH] * len(page.heads))
    return f'<table:table table:name="{quoted(page.name)}">{wide}{head}{rows}</table:table>'


def _csv(pages: Sequence[Page]) -> bytes:
    """Every cell in quotes: what stands in it then does not pass for what is between cells."""
    written = StringIO(newline="")
    lines = csv.writer(written, quoting=csv.QUOTE_ALL)
    lines.writerow(pages[0].heads)
    lines.writerows([_in_csv(value) for value in values] for values in pages[0].rows)
    return written.getvalue().encode("utf-8-sig")


def _in_csv(value: Value) -> str:
    text = as_text(value, "")
    return guarded(text) if isinstance(value, str) else text


_WRITERS: dict[str, Callable[[Sequence[Page]], bytes]] = {".xlsx": _xlsx, ".ods": _ods, ".csv": _csv}
