"""Differences as lines: each with its way in the file, the titles that lead there, and values that may be quoted."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.history import ADDED, CHANGED, REMOVED, REORDERED, Difference, Id, Way, differences, items_by_id
from vendorbook.model import Node, Text
from vendorbook.reports.diff.account import Line
from vendorbook.reports.diff.values import SchemaWay, Values, listed


def lines(before: Node, after: Node, kind: str, values: Values) -> tuple[Line, ...]:
    """What differs between two versions of a file of a kind. Items with ids that moved count only within the scope."""
    found: dict[tuple[str, str, int], Line] = {}
    for each in differences(before, after):
        if each.kind == REORDERED and _is_a_move(each) and not _is_scope(kind, each.way):
            continue
        line = _line(each, kind, values)
        found.setdefault((line.kind, line.at, -1 if line.is_confidential else len(found)), line)
    return tuple(_without_twins(list(found.values())))


def _without_twins(found: list[Line]) -> Iterator[Line]:
    """An item that went and one that came, alike in all that may be quoted, are one that has changed unseen."""
    came = [line for line in found if line.kind == ADDED and line.after]
    for line in found:
        twin = next((each for each in came if each.at == line.at and each.after == line.before), None)
        if line.kind == REMOVED and line.before and twin:
            came.remove(twin)
            yield line._replace(kind=CHANGED, before=None, is_confidential=True)
        elif line.kind != ADDED or not line.after or any(line is each for each in came):
            yield line


def whole(root: Node, kind: str, values: Values, status: str) -> tuple[Line, ...]:
    """All that a new file says, or one that is gone has said, by its blocks."""
    return tuple(_block(field, kind, values, status, (str(field.key),)) for field in root.fields())


def at(way: Way) -> str:
    """A way as people write it: `access.grants[platform-support].holder`; an item without id is `[]`."""
    return "".join(_step(step) for step in way).removeprefix(".")


def _step(step: str | int | Id) -> str:
    if isinstance(step, Id):
        return f"[{step.id}]"
    return "[]" if isinstance(step, int) else f".{step}"


def _is_a_move(difference: Difference) -> bool:
    return difference.before is not None and items_by_id(difference.before) is not None


def _is_scope(kind: str, way: Way) -> bool:
    return kind == "engagement" and way[:1] == ("scope",)


def _line(each: Difference, kind: str, values: Values) -> Line:
    concealed = values.concealed_at(kind, _in_schema(each.way))
    if concealed is not None:
        return _concealed(CHANGED, kind, values, each.way[:concealed])
    node = each.after or each.before
    if each.kind in (ADDED, REMOVED) and node is not None:
        return _block(node, kind, values, each.kind, each.way)
    line = Line(each.kind, at(each.way), called(kind, each.way, values), is_scope=_is_scope(kind, each.way))
    if each.kind == REORDERED or each.before is None or each.after is None:
        return line
    way = _in_schema(each.way)
    return line._replace(before=values.value(each.before, kind, way), after=values.value(each.after, kind, way))


def _block(node: Node, kind: str, values: Values, status: str, way: Way, above: int = 0) -> Line:
    """What came or went; blocks, and items with ids, field by field. `above` steps need not be named again."""
    if values.concealed_at(kind, _in_schema(way)) is not None:
        return _concealed(status, kind, values, way, above)
    line = Line(status, at(way), called(kind, way, values, above), is_scope=_is_scope(kind, way))
    if below := list(_below(node, way)):
        fields = (_block(each, kind, values, status, step, len(way)) for each, step in below)
        return line._replace(below=tuple(fields))
    value = values.value(node, kind, _in_schema(way))
    return line._replace(after=value) if status == ADDED else line._replace(before=value)


def _below(node: Node, way: Way) -> Iterator[tuple[Node, Way]]:
    if isinstance(way[-1], int):
        return  # an item without id is told in one line
    for field in node.fields():
        if not (field.key == "id" and isinstance(way[-1], Id)):
            yield field, (*way, field.key)
    for id, item in (items_by_id(node) or {}).items():
        yield item, (*way, Id(id))


def _concealed(status: str, kind: str, values: Values, way: Way, above: int = 0) -> Line:
    title = called(kind, way, values, above)
    return Line(status, at(way), title, is_confidential=True, is_scope=_is_scope(kind, way))


def called(kind: str, way: Way, values: Values, above: int = 0) -> Text:
    """The titles on the way, items by their ids; those of the first steps may be left out."""
    names = []
    for length, step in enumerate(way[above:], above + 1):
        if isinstance(step, Id):
            names.append(Text(step.id, step.id))
        elif isinstance(step, str):
            names.append(values.title(kind, _in_schema(way[:length])))
    return listed(names, " › ", " › ")


def _in_schema(way: Way) -> SchemaWay:
    return tuple(step if isinstance(step, str) else 0 for step in way)
