"""What differs between two versions of a file in what they say: fields by name, lists by the ids of their items.

Comments, layout and the order of fields are nothing; numbers are compared as numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from vendorbook.history.files import ADDED, CHANGED, REMOVED
from vendorbook.model import Node

REORDERED = "reordered"


class Id(NamedTuple):
    """The step to the item of a list that has this `id`."""

    id: str


Step: TypeAlias = str | int | Id
"""A key; an item by its id; or, in a list whose items have none, an index: after the change, before it if removed."""

Way: TypeAlias = tuple[Step, ...]


class Difference(NamedTuple):
    """One thing that is not as it was: `before` and `after` are None where there is no such thing.

    REORDERED is of a list: what it had and has still stands in another order. For items with ids this is a move.
    """

    kind: str
    way: Way
    before: Node | None
    after: Node | None


def differences(before: Node, after: Node) -> Iterator[Difference]:
    """All that differs, in the order of the file as it was, what is new after it; nothing where both say the same."""
    yield from _between(before, after, ())


def same(one: object, other: object) -> bool:
    """Whether two values say the same: `true` is no number, and 1.0 is 1."""
    return _identity(one) == _identity(other)


def items_by_id(node: Node) -> dict[str, Node] | None:
    """The items of a list by their ids; None where not every item has one of its own."""
    items = node.items()
    named = {each.text("id"): each for each in items}
    return named if len(named) == len(items) and "" not in named else None


def _between(before: Node, after: Node, way: Way) -> Iterator[Difference]:
    if same(before.value, after.value):
        return
    if isinstance(before.value, dict) and isinstance(after.value, dict):
        yield from _fields(before, after, way)
    elif isinstance(before.value, list) and isinstance(after.value, list):
        yield from _items(before, after, way)
    else:
        yield Difference(CHANGED, way, before, after)


def _fields(before: Node, after: Node, way: Way) -> Iterator[Difference]:
    were, are = ({each.key: each for each in node.fields()} for node in (before, after))
    for key, field in were.items():
        yield from _one(field, are.get(key), (*way, key))
    for key, field in are.items():
        if key not in were:
            yield Difference(ADDED, (*way, key), None, field)


def _items(before: Node, after: Node, way: Way) -> Iterator[Difference]:
    were, are = items_by_id(before), items_by_id(after)
    if were is None or are is None:
        yield from _by_value(before, after, way)
        return
    for id, item in were.items():
        yield from _one(item, are.get(id), (*way, Id(id)))
    for id, item in are.items():
        if id not in were:
            yield Difference(ADDED, (*way, Id(id)), None, item)
    if [id for id in were if id in are] != [id for id in are if id in were]:
        yield Difference(REORDERED, way, before, after)


def _one(before: Node, after: Node | None, way: Way) -> Iterator[Difference]:
    if after is None:
        yield Difference(REMOVED, way, before, None)
    else:
        yield from _between(before, after, way)


def _by_value(before: Node, after: Node, way: Way) -> Iterator[Difference]:
    """Items that are on one side more often than on the other; of equal ones, the last."""
    were, are = before.items(), after.items()
    stayed, kept = _shared(were, are), _shared(are, were)
    for item in were:
        if item.key not in stayed:
            yield Difference(REMOVED, (*way, item.key), item, None)
    for item in are:
        if item.key not in kept:
            yield Difference(ADDED, (*way, item.key), None, item)
    if list(stayed.values()) != list(kept.values()):
        yield Difference(REORDERED, way, before, after)


def _shared(own: Sequence[Node], others: Sequence[Node]) -> dict[str | int, Hashable]:
    """By index, the identity of each item that the other list has too."""
    left = Counter(_identity(each.value) for each in others)
    shared: dict[str | int, Hashable] = {}
    for each in own:
        identity = _identity(each.value)
        if left[identity] > 0:
            left[identity] -= 1
            shared[each.key] = identity
    return shared


def _identity(value: object) -> Hashable:
    """Equal for two values exactly if they say the same."""
    if isinstance(value, dict):
        return "fields", frozenset((key, _identity(below)) for key, below in value.items())
    if isinstance(value, list):
        return "items", tuple(_identity(below) for below in value)
    if isinstance(value, bool) or value is None:
        return "truth", value
    return "number" if isinstance(value, int | float) else "text", value
