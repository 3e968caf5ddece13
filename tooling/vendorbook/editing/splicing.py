"""One field put into a file that is there: only its own lines change, so a reviewer sees what was done and no more.

ruamel.yaml writes what is put in; it does not write the rest again. Where an item goes, the strict reader's positions
tell: ruamel.yaml would put an appended item after the comment that is about the next one.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from vendorbook.editing.drafting import fragment, item
from vendorbook.editing.house import dumped, node_of
from vendorbook.editing.key_order import KeyOrder
from vendorbook.editing.parts import Parts, Way, is_offer
from vendorbook.editing.read_back import read_again
from vendorbook.model import Plain
from vendorbook.yaml_source import events as e


def with_field(parts: Parts, way: Way, value: Plain, order: KeyOrder) -> Parts:
    """The file with a field set: its own value replaced, or put where the order of keys has it."""
    parent = way[:-1]
    if parts.index_of(way) >= 0:
        return _replaced(parts, way, value)
    if parts.index_of(parent) < 0:
        return with_field(parts, parent, {str(way[-1]): value}, order)
    if parts.is_in_brackets(parent):
        return _in_brackets(parts, parent, str(way[-1]), value)
    return _inserted(parts, way, value, order)


def with_item(parts: Parts, way: Way, value: Plain, order: KeyOrder) -> Parts:
    """The file with one more item at the end of a list; `{none: reason}`, or no list at all, gives way to one."""
    known = value_at(parts.source.value, way)
    if not isinstance(known, list) or not known or parts.is_in_brackets(way):
        return with_field(parts, way, [*(known if isinstance(known, list) else []), value], order)
    index = parts.index_of((*way, len(known) - 1))
    at = parts.line_after(parts.after(index))
    dash = parts.lines[parts.beginnings[index].line].index("-")
    return _spliced(parts, at, at, item(value, dash))


def intended(data: Plain, way: Way, value: Plain) -> Plain:
    """A copy of the data with the field set."""
    copy: Any = deepcopy(data)
    block = copy
    for key in way[:-1]:
        block = block.setdefault(key, {}) if isinstance(block, dict) else block[key]
    block[way[-1]] = value
    return copy  # type: ignore[no-any-return]


def value_at(data: Plain, way: Way) -> Plain | None:
    """The value at a way; None where there is none."""
    value: Any = data
    for step in way:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return None
    return value  # type: ignore[no-any-return]


def _replaced(parts: Parts, way: Way, value: Plain) -> Parts:
    """A scalar by a scalar where it stands, with what is beside it; a block with all its lines."""
    index = parts.index_of(way)
    span = scalar_span(parts, way)
    if span and not isinstance(value, dict | list) and not (isinstance(value, str) and "\n" in value):
        start, end = span
        word = dumped(node_of([value], flow=True)).strip()[1:-1]
        return _again(parts, parts.text[:start] + word + parts.text[end:])
    line = parts.beginnings[index].line
    column = parts.beginnings[index].column
    lines = fragment(str(way[-1]), value, column)
    lines[0] = parts.lines[line][:column] + lines[0][column:]
    return _spliced(parts, line, parts.line_after(parts.after(index)), lines)


def _inserted(parts: Parts, way: Way, value: Plain, order: KeyOrder) -> Parts:
    """Before the first key that comes later, but never before the first: what stands above that is about the whole."""
    parent, key = way[:-1], str(way[-1])
    keys = [str(each) for each in value_at(parts.source.value, parent) or ()]  # type: ignore[union-attr]
    wanted = order.of(parent, [*keys, key])
    later = [each for each in wanted[wanted.index(key) + 1 :] if each in keys[1:]]
    first = parts.beginnings[parts.index_of((*parent, keys[0]))]
    at = _top_of(parts, (*parent, later[0])) if later else parts.line_after(parts.after(parts.index_of(parent)))
    lines = fragment(key, value, first.column)
    offer = _offer(parts, parent, key, first.column)
    start, end = offer or (at, at)
    is_apart = not parent and isinstance(value, dict) and parts.lines[start - 1] and not all(parts.lines[:start])
    taken = tuple(line.strip() for line in parts.lines[start:end])
    return _spliced(parts, start, end, ["", *lines] if is_apart else lines, taken)


def _offer(parts: Parts, parent: Way, key: str, column: int) -> tuple[int, int] | None:
    """The lines that stand for a field until it is written: the comment that names it, and what that has below it."""
    index = parts.index_of(parent) if parent else 0
    top = parts.beginnings[index].line if parent else 0
    within = range(top, parts.line_after(parts.after(index)) if parent else len(parts.lines))
    offered = {each.line for each in parts.comments if each.is_alone and each.column == column and is_offer(each.text)}
    start = next((n for n in within if n in offered and parts.lines[n].strip().startswith(f"# {key}: # ")), None)
    if start is None:
        return None
    end = start + 1
    while end in offered and parts.lines[end][column:].startswith("#   "):
        end += 1
    return start, end


def _top_of(parts: Parts, way: Way) -> int:
    return parts.top(parts.beginnings[parts.index_of(way)].line)


def _in_brackets(parts: Parts, way: Way, key: str, value: Plain) -> Parts:
    end = _closing(parts, way)
    inside = dumped(node_of({key: value}, flow=True)).strip()[1:-1]
    comma = ", " if value_at(parts.source.value, way) else ""
    return _again(parts, parts.text[:end] + comma + inside + parts.text[end:])


def _closing(parts: Parts, way: Way) -> int:
    """Where the bracket stands that closes a mapping."""
    index = max(n for n, each in enumerate(parts.beginnings) if each.way == way)
    wanted = (parts.beginnings[index].line, parts.beginnings[index].column)
    depth = 0
    for event in e.events(parts.text):
        opens = event.__class__ in (e.MAPPING_START, e.LIST_START)
        closes = event.__class__ in (e.MAPPING_END, e.LIST_END)
        if depth:
            depth += opens - closes
            if not depth:
                return event.start_mark.index
        elif event.__class__ is e.MAPPING_START and (event.start_mark.line, event.start_mark.column) == wanted:
            depth = 1
    raise LookupError(way)


def scalar_span(parts: Parts, way: Way) -> tuple[int, int] | None:
    """From where to where a value on one line is written; None for any other."""
    place = parts.beginnings[max(n for n, each in enumerate(parts.beginnings) if each.way == way)]
    if isinstance(value_at(parts.source.value, way), dict | list):
        return None
    for event in e.events(parts.text):
        if event.__class__ is e.SCALAR and (event.start_mark.line, event.start_mark.column) == (
            place.line,
            place.column,
        ):
            is_short = event.start_mark.line == event.end_mark.line
            return (event.start_mark.index, event.end_mark.index) if is_short else None
    return None


def _spliced(parts: Parts, start: int, end: int, lines: list[str], taken: tuple[str, ...] = ()) -> Parts:
    return _again(parts, "\n".join([*parts.lines[:start], *lines, *parts.lines[end:]]), taken)


def _again(parts: Parts, text: str, taken: tuple[str, ...] = ()) -> Parts:
    ended = text if text.endswith("\n") else f"{text}\n"
    return read_again(ended, parts.source.path, (*parts.taken, *taken))
