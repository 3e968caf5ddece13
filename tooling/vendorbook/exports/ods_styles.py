"""Styles and pages of an OpenDocument workbook, as XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vendorbook.exports.export import Export
from vendorbook.exports.layout import WIDTHS, Page
from vendorbook.exports.ods_cells import paragraph
from vendorbook.exports.sheets import Sheet, footing, heading

_TOP = 'style:vertical-align="top" fo:wrap-option="wrap"'
_BORDER = 'fo:border="0.5pt solid #666666"'
_CENTIMETRES = 0.21
"""The width of a character."""


def cells() -> Iterator[str]:
    """The styles of cells, and of the dates in them."""
    yield (
        '<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text>'
        '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>'
        "</number:date-style>"
    )
    yield '<number:text-style style:name="as-text"><number:text-content/></number:text-style>'
    yield '<number:boolean-style style:name="as-flag"><number:boolean/></number:boolean-style>'
    yield _cell("text", "as-text")
    yield _cell("date", "iso")
    yield _cell("flag", "as-flag")
    yield _cell("number", "")
    yield _cell("head", "as-text", f'{_BORDER} fo:background-color="#dde6f0"', 'fo:font-weight="bold" ' + _BOLD)
    yield _cell("title", "as-text", "", f'fo:font-weight="bold" {_BOLD}', 'fo:text-align="center"', "16pt")
    yield _cell("boxed", "as-text", _BORDER, "", 'fo:text-align="start"')


_BOLD = 'style:font-weight-asian="bold"'


def _cell(name: str, data: str, cell: str = "", text: str = "", paragraph: str = "", size: str = "10pt") -> str:
    shown = f' style:data-style-name="{data}"' if data else ""
    sizes = f'fo:font-size="{size}" style:font-size-asian="{size}"'
    return (
        f'<style:style style:name="{name}" style:family="table-cell"{shown}>'
        f"<style:table-cell-properties {_TOP} {cell}/><style:paragraph-properties {paragraph}/>"
        f"<style:text-properties {sizes} {text}/></style:style>"
    )


def sizes(sheets: Iterable[Sheet]) -> Iterator[str]:
    """A style for each width of a column, and for the high rows that are to be signed in."""
    yield from map(width, sorted({*WIDTHS, *(each for sheet in sheets for each in sheet.widths)}))
    yield (
        '<style:style style:name="signed" style:family="table-row">'
        '<style:table-row-properties style:row-height="1.4cm" style:use-optimal-row-height="false"/></style:style>'
    )


def width(characters: int) -> str:
    size = f"{characters * _CENTIMETRES:.2f}cm"
    return (
        f'<style:style style:name="w{characters}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{size}"/></style:style>'
    )


def table_style(page: Page) -> str:
    return (
        f'<style:style style:name="{page.name}" style:family="table" style:master-page-name="page-{page.name}">'
        '<style:table-properties table:display="true"/></style:style>'
    )


def layout(page: Page) -> str:
    sizes = ("21cm", "29.7cm", "portrait") if page.is_upright else ("29.7cm", "21cm", "landscape")
    return (
        f'<style:page-layout style:name="layout-{page.name}">'
        f'<style:page-layout-properties fo:page-width="{sizes[0]}" fo:page-height="{sizes[1]}" '
        f'style:print-orientation="{sizes[2]}" style:scale-to-X="{page.across}" style:scale-to-Y="{page.down}" '
        'style:table-centering="horizontal" style:first-page-number="continue" '
        'fo:margin-top="1.3cm" fo:margin-bottom="1.3cm" fo:margin-left="1.3cm" fo:margin-right="1.3cm"/>'
        f"<style:header-style>{_EDGE.format('bottom')}</style:header-style>"
        f"<style:footer-style>{_EDGE.format('top')}</style:footer-style></style:page-layout>"
    )


_EDGE = '<style:header-footer-properties fo:min-height="0.75cm" fo:margin-{}="0.25cm"/>'


def master(page: Page, export: Export) -> str:
    return (
        f'<style:master-page style:name="page-{page.name}" style:page-layout-name="layout-{page.name}">'
        f"<style:header><text:p>{paragraph(heading(export))}</text:p></style:header>"
        f"<style:footer><text:p>{paragraph(footing(export))} · <text:page-number>1</text:page-number> / "
        "<text:page-count>1</text:page-count></text:p></style:footer></style:master-page>"
    )
