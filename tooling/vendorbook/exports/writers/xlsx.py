"""XLSX: a sheet a table, and a page to be signed for each form. Every cell of text is written as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from vendorbook.exports.export import Export
from vendorbook.exports.layout import DATE, SIGNATURE, WIDTHS, Page, facts, lines_of, page_of
from vendorbook.exports.needed import needed
from vendorbook.exports.sheets import Sheet, Value, footing, heading, sheets
from vendorbook.exports.tabular import Form
from vendorbook.model import Text

SAID = Text("各表一張工作表，檢查表可列印簽章", "a sheet a table, and checklists to print and sign")
IN_FOLDER = False
IS_TEXT = False

_FIRST_DAY = date(1900, 3, 1)
"""Before it, Excel counts a day that never was (1900-02-29)."""

_A4 = 9
_LINE, _HIGHEST = 14, 409
"""Points: of a line, and of the highest row that Excel takes."""

_BASE: dict[str, object] = {"valign": "top", "text_wrap": True, "font_name": "Microsoft JhengHei", "font_size": 10}
_STYLES: Mapping[str, dict[str, object]] = {
    "text": {"num_format": "@"},
    "date": {"num_format": "yyyy-mm-dd"},
    "number": {"num_format": "General"},
    "head": {"num_format": "@", "bold": True, "bg_color": "#DDE6F0", "border": 1},
    "title": {"num_format": "@", "bold": True, "font_size": 16, "align": "center"},
    "boxed": {"num_format": "@", "border": 1, "align": "left"},
}


def files(export: Export) -> Mapping[str, bytes]:
    written = BytesIO()
    workbook = needed("xlsxwriter").Workbook(written, {"in_memory": True})
    workbook.set_properties(_properties(export))
    styles = {name: workbook.add_format(_BASE | style) for name, style in _STYLES.items()}
    for each in sheets(export):
        page = _Page(workbook.add_worksheet(each.name), styles, export)
        page.set_up(page_of(each))
        page.form(each, each.form) if each.form else page.table(each)
    workbook.close()
    return {"": written.getvalue()}


def _properties(export: Export) -> dict[str, object]:
    """Of the input alone: no clock, no user."""
    noon = datetime.combine(export.material.as_of, time(12))
    return {"title": heading(export), "comments": footing(export), "author": "vendorbook", "created": noon}


class _Page:
    def __init__(self, sheet: Any, styles: Mapping[str, Any], export: Export) -> None:
        self._sheet, self._styles, self._lang = sheet, styles, export.lang
        sheet.set_paper(_A4)
        sheet.center_horizontally()
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        sheet.set_header("&L" + _plain(heading(export)))
        sheet.set_footer(f"&L{_plain(footing(export))}&R&P / &N")

    def set_up(self, page: Page) -> None:
        self._sheet.set_portrait() if page.is_upright else self._sheet.set_landscape()
        self._sheet.fit_to_pages(page.across, page.down)

    def table(self, of: Sheet) -> None:
        self._sheet.repeat_rows(0)
        self._sheet.freeze_panes(1, 1)
        self._columns(of.widths)
        self._rows(0, of, "")
        if of.heads and of.rows:
            self._sheet.autofilter(0, 0, len(of.rows), len(of.heads) - 1)

    def form(self, of: Sheet, form: Form) -> None:
        self._columns(WIDTHS)
        self._merged(0, 0, len(WIDTHS) - 1, form.title.in_(self._lang), "title")
        row = 2
        for label, value in facts(form, self._lang):
            self._merged(row, 0, 1, label, "head")
            self._merged(row, 2, len(WIDTHS) - 1, value, "boxed")
            row += 1
        self._sheet.repeat_rows(row + 1)
        self._rows(row + 1, of, "boxed")
        self._signatures(row + 3 + len(of.rows), form)

    def _signatures(self, first: int, form: Form) -> None:
        for at, who in enumerate(form.signatures, first):
            self._sheet.set_row(at, 42)
            self._merged(at, 0, 1, who.in_(self._lang), "head")
            self._text(at, 2, SIGNATURE.in_(self._lang), "boxed")
            self._merged(at, 3, len(WIDTHS) - 1, DATE.in_(self._lang), "boxed")

    def _rows(self, first: int, of: Sheet, style: str) -> None:
        for column, head in enumerate(of.heads):
            self._text(first, column, head, "head")
        for row, values in enumerate(of.rows, first + 1):
            self._make_room(row, lines_of(values, WIDTHS if of.form else of.widths))
            for column, value in enumerate(values):
                self._cell(row, column, value, style)

    def _make_room(self, row: int, lines: int) -> None:
        """Some programs do so themselves when they open the file, and some do not."""
        if lines > 1:
            self._sheet.set_row(row, min(lines * _LINE, _HIGHEST))

    def _cell(self, row: int, column: int, value: Value, style: str) -> None:
        if value is None:
            self._sheet.write_blank(row, column, None, self._styles[style or "text"])
        elif isinstance(value, bool):
            self._sheet.write_boolean(row, column, value, self._styles[style or "number"])
        elif isinstance(value, int | float):
            self._sheet.write_number(row, column, value, self._styles[style or "number"])
        elif isinstance(value, date) and value >= _FIRST_DAY:
            self._sheet.write_datetime(row, column, datetime.combine(value, time()), self._styles["date"])
        else:
            self._text(row, column, str(value), style or "text")

    def _text(self, row: int, column: int, text: str, style: str) -> None:
        self._sheet.write_string(row, column, text, self._styles[style])

    def _merged(self, row: int, first: int, last: int, text: str, style: str) -> None:
        self._sheet.merge_range(row, first, row, last, "", self._styles[style])
        self._text(row, first, text, style)

    def _columns(self, widths: Sequence[int]) -> None:
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)


def _plain(text: str) -> str:
    """Text in the header of a page, where & begins an order; Excel takes 255 characters in all."""
    return text.replace("&", "&&")[:200]
