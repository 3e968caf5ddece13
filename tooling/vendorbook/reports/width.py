"""How wide text stands in a terminal: East Asian wide characters take two columns."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """Columns that the text takes."""
    return sum(_columns(character) for character in text)


def padded(text: str, columns: int) -> str:
    """The text with spaces after it up to a number of columns."""
    return text + " " * (columns - width(text))


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
