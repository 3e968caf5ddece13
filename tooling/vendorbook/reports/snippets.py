"""A line of a file with what is meant underlined, as compilers show it."""

from __future__ import annotations

import re
from typing import NamedTuple

from vendorbook.reports import inert
from vendorbook.reports.width import width

_WIDEST = 140
_LEAD = 60
_TOKEN = re.compile(
    r"""  "(?:[^"\\]|\\.)*"          # in double quotes
        | '(?:[^']|'')*'            # in single quotes
        | [^\s:,\[\]{}"']+(?=:(?:\s|$))  # a key
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(r"[^\s].*?(?=\s+\#|\s*$)")
_PLAIN_IN_FLOW = re.compile(r"[^\s,\[\]{}][^,\[\]{}]*?(?=\s*(?:[,\[\]{}]|\s\#|$))")


class Snippet(NamedTuple):
    """A line fit for a terminal, the columns before what is meant, and the columns that it takes."""

    shown: str
    before: int
    across: int


def snippet(source: str, column: int) -> Snippet:
    """The part of a line around a column (which counts characters from 1)."""
    start = min(max(column - 1, 0), len(source))
    end = start + len(token_at(source, start))
    first = max(0, start - _LEAD) if len(source) > _WIDEST else 0
    last = min(len(source), first + _WIDEST)
    before = ("…" if first else "") + inert.line(source[first:start])
    token = inert.line(source[start : min(end, last)])
    after = inert.line(source[min(end, last) : last]) + ("…" if last < len(source) else "")
    return Snippet((before + token + after).rstrip(), width(before), max(1, width(token)))


def token_at(source: str, start: int) -> str:
    """The key or value that begins there: quoted, up to its colon, or as far as a plain one goes."""
    if found := _TOKEN.match(source, start):
        return found.group()
    head = source[:start]
    is_in_flow = sum(map(head.count, "[{")) > sum(map(head.count, "]}"))
    found = (_PLAIN_IN_FLOW if is_in_flow else _PLAIN).match(source, start)
    return found.group() if found else source[start : start + 1]
