"""Texts as somebody might have typed them: odd indents, comments anywhere, quotes, brackets, blocks of text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import strategies as st

from vendorbook.model import Plain

WORDS = [
    "no",
    "日期",
    "a",
    "1",
    '"x"',
    "it's",
    "a: b",
    "#h",
    "two\nlines",
    "x\n\nz\n",
    "# c\nd",
    "",
    "2026-01-01",
    "? a",
]
_keys = st.sampled_from(["a", "b", "c", "dd", "e", "f"])
_scalars = st.sampled_from(WORDS) | st.integers(0, 9) | st.booleans()


def _more(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=4)


mappings = st.dictionaries(_keys, st.recursive(_scalars, _more, max_leaves=12), min_size=1, max_size=4)


def typed(value: Plain, chance: Random, *, oddly: bool = True) -> str:
    """The value as a text; `oddly`: with comments set in at random too."""
    return "\n".join(_lines(value, 0, chance, oddly)) + "\n"


def _lines(value: Any, indent: int, chance: Random, oddly: bool) -> Iterator[str]:
    for key, below in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _above(indent, chance, oddly)
        head = f"{' ' * indent}{key}:" if isinstance(value, dict) else f"{' ' * indent}-"
        if isinstance(below, dict | list) and below and chance.random() < 0.8:
            yield from _block(head, below, isinstance(value, dict), indent, chance, oddly)
        elif isinstance(below, str) and "\n" in below and not below.endswith("\n") and below[0] != "\n":
            yield f"{head} |-{_beside(chance)}"
            yield from (" " * (indent + 2) + line if line else "" for line in below.split("\n"))
        else:
            yield f"{head} {_inline(below)}{_beside(chance)}"


def _block(head: str, below: Any, has_key: bool, indent: int, chance: Random, oddly: bool) -> Iterator[str]:
    if has_key:
        yield head + _beside(chance)
        yield from _lines(below, indent + chance.choice([1, 2, 4]), chance, oddly)
        return
    lines = list(_lines(below, indent + 2, chance, oddly))
    first = next(n for n, line in enumerate(lines) if line.strip() and not line.strip().startswith("#"))
    lines[first] = f"{head} {lines[first][indent + 2 :]}"
    yield from lines


def _above(indent: int, chance: Random, oddly: bool) -> Iterator[str]:
    if chance.random() < 0.2:
        more = chance.choice([0, 0, 2, 1]) if oddly else 0
        yield f"{' ' * (indent + more)}# above {chance.randrange(1000)}"
    elif chance.random() < 0.1:
        yield ""


def _beside(chance: Random) -> str:
    return f"  # beside {chance.randrange(1000)}" if chance.random() < 0.15 else ""


def _inline(value: Plain) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inline(below)}" for key, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value).lower()
