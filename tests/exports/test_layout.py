"""How sheets are laid out: pieces of OpenDocument XML, names of sheets, pages."""

from __future__ import annotations

import pytest

from vendorbook.exports import Column, Export, Material, Table
from vendorbook.exports.layout import lines_of, page_of
from vendorbook.exports.ods_cells import cell, paragraph
from vendorbook.exports.sheets import Sheet, _named_apart, sheets
from vendorbook.exports.tabular import Form
from vendorbook.model import CannotJudge, Text

PARAGRAPHS = {
    "a b": "a b",
    "a  b": 'a<text:s text:c="2"/>b',
    " a": '<text:s text:c="1"/>a',
    "  a": '<text:s text:c="2"/>a',
    "a ": "a<text:s/>",
    "a  ": "a <text:s/>",
    " ": '<text:s text:c="1"/>',
    "": "",
    "<b>&": "&lt;b&gt;&amp;",
}
"""OpenDocument keeps one of several spaces, and none at either end, unless they are said to be there."""


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_every_space_is_kept(text: str) -> None:
    assert paragraph(text) == PARAGRAPHS[text]


def test_a_line_is_a_paragraph_of_its_own() -> None:
    assert cell("a\n\nb").count("<text:p>") == 3


def test_sheets_are_told_apart() -> None:
    names = ["=1+1 [x]:*?/\\'", "x" * 40, "x" * 41, "Same", "same", "same"]
    made = _named_apart(names)
    assert len({name.casefold() for name in made}) == len(names)
    assert all(0 < len(name) <= 31 for name in made)
    assert not any(set(name) & set("[]:*?/\\'") for name in made)
    assert made[3:] == ["Same", "same 2", "same 3"]


def test_rows_that_no_sheet_holds_are_not_lost(everything: Material, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Export(everything, "en")
    made.__dict__["tables"] = [Table("x", Text("x", "Long"), (Column("x", Text("x", "x")),), [("a",), ("b",)])]
    assert len(sheets(made)) == 1
    monkeypatch.setattr("vendorbook.exports.sheets.MOST_ROWS", 1)
    with pytest.raises(CannotJudge) as trouble:
        sheets(made)
    assert "“Long” has 2 rows" in trouble.value.message.en


@pytest.mark.parametrize(("rows", "down"), [(0, 1), (36, 1), (100, 1), (101, 2), (200, 2)])
def test_a_form_has_room_on_as_few_pages_as_one_can_read(rows: int, down: int) -> None:
    form = Form("x", Text("x", "x"), (), (), (), ())
    page = page_of(Sheet("x", ["a"] * 5, [6] * 5, [["a", "", None, 1, True]] * rows, form))
    assert (page.is_upright, page.across, page.down) == (True, 1, down)


LINES = {
    "": 1,
    "short": 1,
    "two\nlines": 2,
    "a long line of English words": 3,
    "一行八個字以上的中文說明": 3,
    "x" * 45: 5,
    "x" * 11: 1,
    "x" * 12: 2,
}


@pytest.mark.parametrize("text", LINES)
def test_a_row_has_room_for_all_its_lines(text: str) -> None:
    assert lines_of([None, text, 7], [3, 11, 3]) == LINES[text]


@pytest.mark.parametrize(("widths", "across"), [([6], 1), ([48] * 3, 1), ([48] * 8, 3)])
def test_a_wide_table_goes_over_several_pages(widths: list[int], across: int) -> None:
    page = page_of(Sheet("x", ["a"] * len(widths), widths, [], None))
    assert (page.is_upright, page.across, page.down) == (False, across, 0)
