"""CSV as it comes: UTF-8 with and without a mark, UTF-16, Big5 as Windows has it, or several of them by line."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

from vendorbook.importing.grid import Cell, Grid, refuse_size
from vendorbook.importing.reading import FORMULA_FAILED, is_error
from vendorbook.model import Text
from vendorbook.reports.formulas import unguarded

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UTF8, _BIG5 = "utf-8", "cp950"
UNREAD = "\N{REPLACEMENT CHARACTER}"
_LIMIT = 1_000_000
_LOOKED_AT = 20_000
_IN_QUOTES = re.compile(r'"[^"]*(?:"|\Z)')


def read(path: Path) -> list[Grid]:
    text, told = decoded(path.read_bytes())
    csv.field_size_limit(_LIMIT)
    delimiter = max(",;\t", key=_IN_QUOTES.sub("", text[:_LOOKED_AT]).count)
    rows = [[_cell(value) for value in row] for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter)]
    refuse_size(sum(map(len, rows)))
    return [Grid(path.stem, rows, told=told)]


def decoded(data: bytes) -> tuple[str, list[Text]]:
    """The text, and what it was read as; what cannot be read is `UNREAD`, a character each."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), [_as(encoding)]
    for encoding in (_UTF8, _BIG5):
        try:
            return data.decode(encoding), [_as(encoding)]
        except UnicodeDecodeError:
            continue
    lines = [_line(line) for line in data.split(b"\n")]
    mixed = [str(number) for number, (_, encoding) in enumerate(lines, 1) if encoding == _BIG5]
    return "\n".join(text for text, _ in lines), [_mixed(mixed)]


def _line(data: bytes) -> tuple[str, str]:
    for encoding in (_UTF8, _BIG5):
        try:
            return data.decode(encoding), _UTF8 if data.isascii() else encoding
        except UnicodeDecodeError:
            continue
    return data.decode(_UTF8, "replace"), ""


def _cell(value: str) -> Cell:
    return Cell(value, FORMULA_FAILED) if is_error(value) else Cell(unguarded(value))


def _as(encoding: str) -> Text:
    return Text(f"以 {encoding} 讀取", f"read as {encoding}")


def _mixed(lines: list[str]) -> Text:
    shown = ", ".join(lines[:20]) + ("…" if len(lines) > 20 else "")
    return Text(
        f"編碼混用：第 {shown} 行以 Big5（cp950）讀取，其餘以 UTF-8",
        f"mixed encodings: lines {shown} read as Big5 (cp950), the others as UTF-8",
    )
