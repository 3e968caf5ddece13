"""How wide text stands in a terminal: East Asian wide characters take two columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

_WIDE = "\u2e80-\uffef"
_PIECES = re.compile(rf"[（「]*(?:[{_WIDE}]|[^\s{_WIDE}]{{1,60}})[，。、；：）」]* *|\s+")


def width(text: str) -> int:
    """Columns that the text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def padded(text: str, columns: int) -> str:
    """The text with spaces after it up to a number of columns."""
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """The text in no more than a number of columns, its end left out where it is wider."""
    if width(text) <= columns:
        return text
    while text and width(text) >= columns:
        text = text[:-1]
    return text + "…"


def in_columns(rows: Iterable[Sequence[str]], most: int | None = None) -> list[str]:
    """Rows as the lines of a table; where it would be wider than `most`, the widest columns are cut."""
    cells = list(rows)
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    while most is not None and sum(widths) + 2 * (len(widths) - 1) > most:
        widths[widths.index(max(widths))] -= 1
    return [
        "  ".join(padded(cut(cell, at), at) for cell, at in zip(row, widths, strict=True)).rstrip() for row in cells
    ]


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """The text in lines of at most so many columns, all of them indented and those after the first twice.

    Lines end at spaces or beside wide characters, but do not begin with a comma or end with an opening bracket.
    """
    lines = [indent]
    for piece in _PIECES.findall(text):
        if width(lines[-1] + piece.rstrip()) > columns and lines[-1].strip():
            lines.append(indent * 2)
        lines[-1] += piece if lines[-1].strip() else piece.lstrip()
    return [line.rstrip() for line in lines]


@cache
def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
