"""The one layout of a file: the schema's order of keys, two spaces, quotes only where they are needed,
brackets only where they fit on a line.

What must stay as it is (the scope of a service) keeps its very lines. Nothing is taken on trust: the new text is read
again by the strict reader, and holds the same data and every comment, each about what it was about.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from vendorbook.editing.house import dumped, unquoted, yaml
from vendorbook.editing.key_order import KeyOrder
from vendorbook.editing.parts import Parts, Way
from vendorbook.editing.read_back import made_sure, not_kept, read_again
from vendorbook.editing.reordering import Order, reordered
from vendorbook.editing.width import opened_up


def laid_out(text: str, path: str, order: KeyOrder, kept: Collection[str] = ()) -> str:
    """The text in the house's layout; `kept` are keys at the top whose lines stay as they are.

    Raises Unreadable where the strict reader refuses the text, and CannotJudge, with the place, where the new text
    would not be the same in all that it says.
    """
    before = Parts(text, path)
    ordered = Parts(reordered(before, _except(order, kept)), path)
    pieces = [f"{above}{piece if key in kept else _laid_out(piece, order)}" for key, above, piece in _pieces(ordered)]
    after = _tidied(before, ordered, "".join(pieces), kept)
    return made_sure(before, after, path)


def _except(order: KeyOrder, kept: Collection[str]) -> Order:
    def of(way: Way, keys: list[str]) -> list[str]:
        return keys if way[:1] and way[0] in kept else order.of(way, keys)

    return of


def _pieces(parts: Parts) -> list[tuple[str, str, str]]:
    """For each key at the top: the key, the lines above it that belong to it, and its own."""
    return [(key, _joined(parts.lines[parts.top(line) : line]), piece) for key, line, piece in _placed(parts)]


def _placed(parts: Parts) -> list[tuple[str, int, str]]:
    """For each key at the top: the key, its line, and all up to what belongs to the next one."""
    lines = {str(each.way[0]): each.line for each in reversed(parts.beginnings) if len(each.way) == 1}
    placed = sorted((line, key) for key, line in lines.items())
    ends = [parts.top(line) for line, _ in placed[1:]] + [len(parts.lines)]
    return [(key, line, _joined(parts.lines[line:end])) for (line, key), end in zip(placed, ends, strict=True)]


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _laid_out(piece: str, order: KeyOrder) -> str:
    loaded = yaml().load(piece)
    _tidy(loaded, (), order)
    opened_up(loaded)
    return dumped(loaded)


def _tidy(node: Any, way: Way, order: KeyOrder) -> None:
    """Takes away quotes that are not needed, and orders what is written in brackets: no line tells that."""
    if isinstance(node, dict):
        if node.fa.flow_style():  # type: ignore[attr-defined]
            for key in order.of(way, list(node)):
                node.move_to_end(key)  # type: ignore[attr-defined]
        for key in node:
            node[key] = unquoted(node[key])
            _tidy(node[key], (*way, str(key)), order)
    elif isinstance(node, list):
        for index, item in enumerate(node):
            node[index] = unquoted(item)
            _tidy(item, (*way, index), order)


def _tidied(original: Parts, before: Parts, text: str, kept: Collection[str]) -> Parts:
    """One space before a comment beside something; one above something begins where that does; no two empty lines."""
    path = original.source.path
    after = read_again(text, path)
    if [each.text for each in before.comments] != [each.text for each in after.comments]:
        raise not_kept(original, after, path)
    stays = _lines_of(after, kept)
    lines = list(after.lines)
    for old, new in zip(before.comments, after.comments, strict=True):
        if new.line in stays:
            continue
        if new.is_alone:
            lines[new.line] = " " * _column(old.where, after, new.line) + new.text
        else:
            lines[new.line] = f"{lines[new.line][: new.column].rstrip()} {new.text}"
    empty = {n for n in after.quiet - stays if not after.lines[n].strip()}
    wanted = [line for n, line in enumerate(lines) if not (n in empty and n - 1 in after.quiet and not lines[n - 1])]
    return read_again("\n".join(wanted).rstrip("\n") + "\n", path)


def _lines_of(parts: Parts, keys: Collection[str]) -> set[int]:
    """The lines of what stands at the top under these keys, from the key on."""
    ranges = [(at, at + piece.count("\n")) for key, at, piece in _placed(parts) if key in keys]
    return {line for start, end in ranges for line in range(start, end)}


def _column(where: str, parts: Parts, line: int) -> int:
    content = [n for n in range(len(parts.lines)) if n not in parts.quiet]
    following = next((parts.indent(n) for n in content if n > line), 0)
    if where == "above":
        return following
    own = next((parts.indent(n) for n in reversed(content) if n < line), 0)
    return max(own, following + 2)
