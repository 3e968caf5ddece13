"""Tables as the sheets of a workbook, whichever program is to open it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from vendorbook.exports.cells import as_text, in_language
from vendorbook.exports.export import Export
from vendorbook.exports.roc import roc
from vendorbook.exports.tabular import Column, Form, Row
from vendorbook.model import CannotJudge, Text
from vendorbook.reports.width import width

Value: TypeAlias = bool | int | float | str | date | None

LONGEST_CELL = 32_767
"""Characters that Excel takes in a cell; it calls a file with more of them damaged."""

MOST_ROWS = 1_048_575
"""Rows that a sheet takes below its head; what comes after would be lost without a word."""

CONFIDENTIAL = Text("機密", "CONFIDENTIAL")
_CUT = Text("…（過長，完整內容見 JSON）", "… (too long; JSON has all of it)")
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_NARROWEST, _WIDEST, _LOOKED_AT = 6, 48, 300


class Sheet(NamedTuple):
    """`heads` and `rows` are in one language; `widths` in characters; `form` where it is one to be signed."""

    name: str
    heads: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[Value]]
    form: Form | None


def sheets(export: Export) -> list[Sheet]:
    """A sheet a table that is not left out, and after it one for each of its forms."""
    made: list[tuple[str, Sequence[Column], Sequence[Row], Form | None]] = []
    for table in export.tables:
        if table.name in export.without:
            continue
        made.append((table.title.in_(export.lang), table.columns, table.rows, None))
        made += [(_name_of(form, number), form.columns, form.rows, form) for number, form in enumerate(table.forms, 1)]
    names = _named_apart(title for title, *_ in made)
    return [_sheet(name, *each[1:], export.lang) for name, each in zip(names, made, strict=True)]


def _refuse_too_long(title: str, rows: Sequence[Row]) -> None:
    if len(rows) > MOST_ROWS:
        raise CannotJudge(
            Text(
                f"「{title}」有 {len(rows):,} 列，工作表放不下；請改用 csv 或 parquet，或以 --engagement 縮小範圍",
                f"“{title}” has {len(rows):,} rows, more than a sheet holds; use csv or parquet, or --engagement",
            )
        )


def _sheet(name: str, columns: Sequence[Column], rows: Sequence[Row], form: Form | None, lang: str) -> Sheet:
    _refuse_too_long(name, rows)
    heads = [column.title.in_(lang) for column in columns]
    values = [[_value(cell, lang) for cell in row] for row in rows]
    return Sheet(name, heads, _widths(heads, values), values, form)


def _value(cell: object, lang: str) -> Value:
    value = in_language(cell, lang)  # type: ignore[arg-type]
    return cut(value, lang) if isinstance(value, str) else value


def cut(text: str, lang: str) -> str:
    """The text, its end replaced by a word on where to find all of it where no cell could hold it.

    Excel counts in UTF-16.
    """
    if len(text.encode("utf-16-le")) <= 2 * LONGEST_CELL:
        return text
    end = _CUT.in_(lang)
    return text.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(end))].decode("utf-16-le", "ignore") + end


def _widths(heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[int]:
    columns = zip(heads, *rows[:_LOOKED_AT], strict=True)
    return [min(_WIDEST, max(_NARROWEST, *(_wide(value) for value in column)) + 1) for column in columns]


def _wide(value: Value) -> int:
    return max((width(line) for line in as_text(value, "").split("\n")), default=0)


def _name_of(form: Form, number: int) -> str:
    return f"{number:02} {form.name.rpartition('/')[2]}"


def _named_apart(titles: Iterable[str]) -> list[str]:
    """Names that Excel takes for sheets: short, without its signs, and no two alike but for case."""
    names: list[str] = []
    for title in titles:
        plain = _NO_NAME.sub(" ", title).strip()[:_LONGEST_NAME]
        name, number = plain, 2
        while name.casefold() in {each.casefold() for each in names}:
            end = f" {number}"
            name, number = plain[: _LONGEST_NAME - len(end)] + end, number + 1
        names.append(name)
    return names


def heading(export: Export) -> str:
    """What stands at the top of each page."""
    material = export.material
    firm = material.book.firm.text(f"name.{export.lang}")
    mark = f"{CONFIDENTIAL.zh_tw} {CONFIDENTIAL.en} · " if material.confidential else ""
    return f"{mark}{firm} · {material.as_of}（{roc(material.as_of)}）"


def footing(export: Export) -> str:
    """What stands at the bottom of each page, before its number."""
    commit = export.material.commit
    return f"vendorbook {export.material.tool}" + (f" · {commit[:12]}" if commit else "")
