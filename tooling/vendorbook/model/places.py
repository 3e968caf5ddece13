"""Where each part of a value stands: one packed position a part, in the order in which a file writes them.

A scalar takes one position. A list takes its own and then those of its items. A mapping takes its own and then, for
each key in its order, the key's and those of the value. Eight bytes a part: a register holds millions of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Plain: TypeAlias = str | int | float | bool | list["Plain"] | dict[str, "Plain"]
"""What a record may hold: JSON's types without null."""

Places: TypeAlias = Sequence[int]

COLUMN_BITS = 20


def pack(line: int, column: int) -> int:
    """A position in one integer; line and column count from 1, columns in characters."""
    return line << COLUMN_BITS | column


def unpack(position: int) -> tuple[int, int]:
    """Line and column of a packed position."""
    return position >> COLUMN_BITS, position & (1 << COLUMN_BITS) - 1


def no_places(positions: Iterable[int] = ()) -> array[int]:
    """Places to begin with: none, or those given."""
    return array("Q", positions)


def index_of(value: Plain, way: Iterable[str | int], *, of_key: bool = False) -> int:
    """Which of the positions is that of the part that a way leads to from the whole value.

    A block under a key stands where its key does, and so does everything when `of_key` is wanted; list items and
    the whole have no key.
    """
    index, key_index = 0, -1
    for step in way:
        key_index, index, value = below(value, index, step)
    shows_key = key_index >= 0 and (of_key or isinstance(value, list | dict))
    return key_index if shows_key else index


def below(value: Plain, index: int, step: str | int) -> tuple[int, int, Plain]:
    """Where the key (-1: none) and the value of the next step stand, and that value."""
    at = index + 1
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == step:
                return at, at + 1, inner
            at += 1 + size(inner)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            if number == step:
                return -1, at, item
            at += size(item)
    raise LookupError(step)


def size(value: Plain) -> int:
    """How many positions a value takes."""
    if isinstance(value, dict):
        return 1 + len(value) + sum(map(size, value.values()))
    return 1 + sum(map(size, value)) if isinstance(value, list) else 1
