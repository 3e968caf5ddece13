"""Cells and rows of an OpenDocument sheet, as XML: typed values, and text that can be nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape

from vendorbook.exports.sheets import Value

_SPACES = re.compile(r" {2,}|^ ")


def cell(value: Value, style: str = "", span: int = 1) -> str:
    """A cell of a value's own type, over `span` columns; `style` where it is not the type's usual one."""
    if value is None:
        return _cell(style or "text", "", "", span)
    if isinstance(value, bool):
        said = "true" if value else "false"
        return _cell(style or "flag", f' office:value-type="boolean" office:boolean-value="{said}"', said.upper(), span)
    if isinstance(value, int | float):
        return _cell(style or "number", f' office:value-type="float" office:value="{value}"', f"{value}", span)
    if isinstance(value, date):
        day = value.isoformat()
        return _cell(style or "date", f' office:value-type="date" office:date-value="{day}"', day, span)
    return _cell(style or "text", ' office:value-type="string"', value, span)


def row(cells: Iterable[str], style: str = "") -> str:
    named = f' table:style-name="{style}"' if style else ""
    return f"<table:table-row{named}>{''.join(cells)}</table:table-row>"


def columns(widths: Iterable[int]) -> str:
    return "".join(f'<table:table-column table:style-name="w{width}"/>' for width in widths)


def quoted(text: str) -> str:
    """Text for an attribute."""
    return escape(text, {'"': "&quot;"})


def _cell(style: str, typed: str, text: str, span: int) -> str:
    spanned = f' table:number-columns-spanned="{span}" table:number-rows-spanned="1"' if span > 1 else ""
    after = "<table:covered-table-cell/>" * (span - 1)
    said = "".join(f"<text:p>{paragraph(line)}</text:p>" for line in text.split("\n")) if text else ""
    return f'<table:table-cell table:style-name="{style}"{typed}{spanned}>{said}</table:table-cell>{after}'


def paragraph(line: str) -> str:
    """A line in which every space counts: the format keeps one of several unless they are said to be there."""
    end = "<text:s/>" if line.endswith(" ") and len(line) > 1 else ""
    kept = _SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', escape(line[:-1] if end else line))
    return kept + end
