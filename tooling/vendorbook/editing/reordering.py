"""The keys of blocks put in their order by moving whole lines: what stands above or beside a key goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from vendorbook.editing.parts import Parts, Way
from vendorbook.model import Plain

Order = Callable[[Way, list[str]], list[str]]


class _Block(NamedTuple):
    """A mapping that is written a key a line. `starts` are the first lines of its keys, `end` the line after it."""

    way: Way
    keys: list[str]
    lines: list[int]
    starts: list[int]
    end: int
    column: int


def reordered(parts: Parts, order: Order) -> str:
    """The text with the keys of every block in order; a block stays where a comment could not go with its key."""
    lines = list(parts.lines)
    for block in sorted(_blocks(parts), key=lambda each: -len(each.way)):  # the inner ones first: none changes a count
        wanted = order(block.way, block.keys)
        if wanted != block.keys and _can_move(parts, block, wanted):
            _move(lines, block, wanted)
    return "\n".join(lines)


def _blocks(parts: Parts) -> Iterator[_Block]:
    places = parts.beginnings
    for index, each in enumerate(places):
        value = _value(parts.source.value, each.way)
        is_key = index + 1 < len(places) and places[index + 1].way == each.way
        if is_key or not isinstance(value, dict) or len(value) < 2 or parts.lines[each.line][each.column] == "{":
            continue
        keys = list(value)
        inside = range(index, parts.after(index))
        found = {places[n].way: places[n].line for n in reversed(inside)}
        lines = [found[(*each.way, key)] for key in keys]
        starts = [lines[0], *(parts.top(line) for line in lines[1:])]
        yield _Block(each.way, keys, lines, starts, parts.line_after(inside.stop), each.column)


def _can_move(parts: Parts, block: _Block, wanted: list[str]) -> bool:
    """What stands above the first key is about the whole block, or the file; nothing can stand above a later one there.

    A key on another's line (as where a value is a block in brackets that begins on the line before) stays as well.
    """
    if len(set(block.lines)) < len(block.lines) or block.starts != sorted(block.starts):
        return False
    if any(each.where == "below" and block.lines[0] < each.line < block.end for each in parts.comments):
        return False  # before another key it would be about that
    first = block.keys.index(wanted[0])
    above = {*range(parts.top(block.lines[0]), block.lines[0]), *range(block.starts[first], block.lines[first])}
    return first == 0 or not any(each.line in above and each.about for each in parts.comments)


def _move(lines: list[str], block: _Block, wanted: list[str]) -> None:
    ends = [*block.starts[1:], block.end]
    first = block.lines[0]
    prefix = lines[first][: block.column]
    lines[first] = " " * block.column + lines[first][block.column :]
    chunks = {key: lines[start:end] for key, start, end in zip(block.keys, block.starts, ends, strict=True)}
    empty = block.lines[block.keys.index(wanted[0])] - block.starts[block.keys.index(wanted[0])]
    moved = [line for key in wanted for line in chunks[key]]
    moved = moved[empty:] + moved[:empty]  # the block does not begin with an empty line
    moved[0] = prefix + moved[0][block.column :]
    lines[block.starts[0] : block.end] = moved


def _value(value: Plain, way: Way) -> Plain:
    for step in way:
        value = value[step]  # type: ignore[index]
    return value
