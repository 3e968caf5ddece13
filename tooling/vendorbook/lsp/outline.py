"""Where in a file a place is, also while what is being typed there is no YAML yet.

Indentation and brackets tell, as the house writes them: blocks, with lists and mappings in brackets on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_KEY = r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s'"#\[\]{},:&*!|>%@`-][^\s:#,\[\]{}]*))"""
_LEVEL = re.compile(rf"(?P<dash>-)(?:\s+|$)|{_KEY}\s*:(?:\s+|$)")
_WORD_END = re.compile(r"""[^,\[\]{}"'#]*?(?=\s*(?:[,\[\]{}"']|\s\#|:\s|:$|$))""")
_LONGEST = 4000
"""Characters of a row that are looked at; a folded text of any length says nothing of where it is."""


class Spot(NamedTuple):
    """The way to a place (0 for any item of a list), and the word there: from `start`, `typed` as far as the place.

    `is_key` where it is a field's name, or could become one.
    """

    way: tuple[str | int, ...]
    start: int
    typed: str
    is_key: bool


class _Level(NamedTuple):
    column: int
    key: str | None


def spot(rows: Sequence[str], row: int, column: int) -> Spot:
    """The way to where something is typed."""
    text = rows[row][: min(column, _LONGEST)]
    own, rest = _levels(text)
    above = list(_above(rows, row, own[0] if own else _Level(len(text) - len(text.lstrip()), "")))
    way = [_step(level) for level in [*above, *own]]
    return _in_brackets(tuple(way), text, rest, is_bare=not own or own[-1].key is None)


def word_at(rows: Sequence[str], row: int, column: int) -> tuple[Spot, str]:
    """The spot of the whole word at a place, and that word; it is a key where a colon follows."""
    text = rows[row][:_LONGEST]
    found = _WORD_END.match(text, min(column, len(text)))
    end = found.end() if found else column
    at = spot(rows, row, end)
    is_key = text[end:].lstrip("\"'").startswith(":") and at.is_key
    word = text[at.start : end].strip("\"'")
    return (at._replace(way=(*at.way, word), is_key=True) if is_key else at._replace(is_key=False)), word


def _levels(text: str) -> tuple[list[_Level], int]:
    """The items and the key that a row begins with, and where the rest of it does."""
    at = len(text) - len(text.lstrip(" "))
    levels: list[_Level] = []
    while found := _LEVEL.match(text, at):
        key = None if found["dash"] else found["double"] or found["single"] or found["plain"] or ""
        levels.append(_Level(at, key))
        at = found.end()
        if key is not None:
            break
    return levels, at


def _above(rows: Sequence[str], row: int, first: _Level) -> Iterator[_Level]:
    """The levels that a row is in, outermost first."""
    found: list[_Level] = []
    inner = first
    for text in reversed(rows[:row]):
        if inner.column == 0 and inner.key is not None:
            break
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        for level in reversed(_levels(text[:_LONGEST])[0]):
            if _holds(level, inner):
                found.append(level)
                inner = level
    return reversed(found)


def _holds(outer: _Level, inner: _Level) -> bool:
    """An item may stand right below its list's key; all else stands further in."""
    is_list_of_item = inner.key is None and outer.key is not None
    return outer.column < inner.column or (is_list_of_item and outer.column == inner.column)


def _step(level: _Level) -> str | int:
    return 0 if level.key is None else level.key


def _in_brackets(way: tuple[str | int, ...], text: str, start: int, *, is_bare: bool) -> Spot:
    """Goes on into what a value has in brackets."""
    open_: list[str | None] = []  # None for a list; for a mapping the key that is being given a value, or nothing yet
    quote, word = "", start
    for at in range(start, len(text)):
        sign = text[at]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and not text[word:at].strip():
            quote = sign
        elif sign in "[{" and (open_ or not text[word:at].strip()):
            open_.append(None if sign == "[" else "")
            word = at + 1
        elif open_:
            word = _within(open_, text, word, at)
    start = word + len(text[word:]) - len(text[word:].lstrip())
    steps = [step if step is not None else 0 for step in open_ if step != ""]
    is_key = open_[-1] == "" if open_ else is_bare
    return Spot((*way, *steps), start, text[start:], is_key)


def _within(open_: list[str | None], text: str, word: int, at: int) -> int:
    """Takes one sign that stands in brackets; gives where the word that is being read begins."""
    sign = text[at]
    if sign in "]}":
        open_.pop()
    elif sign == "," and open_[-1] is not None:
        open_[-1] = ""
    elif sign == ":" and open_[-1] == "" and text[at + 1 : at + 2] in ("", " "):
        open_[-1] = text[word:at].strip().strip("\"'")
    elif sign != ",":
        return word
    return at + 1
