"""ODS: a sheet a table, and a page to be signed for each form. No cell has a formula.

odfdo keeps the document (styles, pages, properties, the package). The sheets are put into its content as XML: it takes
half a millisecond for a cell of its own, and half a minute for all of them (decision 0043).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import Any

from vendorbook.exports import ods_styles
from vendorbook.exports.export import Export
from vendorbook.exports.layout import DATE, SIGNATURE, WIDTHS, facts, page_of
from vendorbook.exports.needed import needed
from vendorbook.exports.ods_cells import cell, columns, quoted, row
from vendorbook.exports.ods_package import packed
from vendorbook.exports.sheets import Sheet, footing, heading, sheets
from vendorbook.exports.tabular import Form
from vendorbook.model import Text

SAID = Text("各表一張工作表，檢查表可列印簽章", "a sheet a table, and checklists to print and sign")
IN_FOLDER = False
IS_TEXT = False


def files(export: Export) -> Mapping[str, bytes]:
    document = needed("odfdo").Document("spreadsheet")
    document.body.clear()
    made = sheets(export)
    _dress(document, made, export)
    _tell(document, export)
    return {"": packed(document, "".join(part for each in made for part in _sheet(each, export.lang)))}


def _dress(document: Any, made: list[Sheet], export: Export) -> None:
    pages = sorted({page_of(each) for each in made})
    for style in (*ods_styles.cells(), *ods_styles.sizes(made), *map(ods_styles.table_style, pages)):
        document.insert_style(style, automatic=True)
    for page in pages:
        document.insert_style(ods_styles.layout(page))
        document.insert_style(ods_styles.master(page, export))


def _tell(document: Any, export: Export) -> None:
    """Of the input alone: no clock, no user."""
    noon = datetime.combine(export.material.as_of, time(12))
    meta = document.meta
    meta.title, meta.description = heading(export), footing(export)
    meta.creation_date = meta.date = noon
    meta.language = export.lang
    meta.generator = f"vendorbook {export.material.tool}"


def _sheet(of: Sheet, lang: str) -> Iterator[str]:
    yield f'<table:table table:name="{quoted(of.name)}" table:style-name="{page_of(of).name}">'
    yield columns(WIDTHS if of.form else of.widths)
    yield from _facts(of.form, lang) if of.form else ()
    yield from _rows(of)
    yield from _signatures(of.form, lang) if of.form else ()
    yield "</table:table>"


def _rows(of: Sheet) -> Iterator[str]:
    """The head, which every page repeats, and what is below it."""
    yield f"<table:table-header-rows>{row(cell(head, 'head') for head in of.heads)}</table:table-header-rows>"
    style = "boxed" if of.form else ""
    for values in of.rows:
        yield row(cell(value, style) for value in values)


def _facts(form: Form, lang: str) -> Iterator[str]:
    yield row([cell(form.title.in_(lang), "title", len(WIDTHS))])
    yield row([cell(None)])
    for label, value in facts(form, lang):
        yield row([cell(label, "head", 2), cell(value, "boxed", len(WIDTHS) - 2)])
    yield row([cell(None)])


def _signatures(form: Form, lang: str) -> Iterator[str]:
    yield row([cell(None)])
    for who in form.signatures:
        boxes = [cell(SIGNATURE.in_(lang), "boxed"), cell(DATE.in_(lang), "boxed", len(WIDTHS) - 3)]
        yield row([cell(who.in_(lang), "head", 2), *boxes], "signed")
