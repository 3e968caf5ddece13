"""Two versions of a file: equal ones have no differences, and the differences lead from the one to the other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vendorbook.history import ADDED, CHANGED, REMOVED, REORDERED, Difference, Id, differences
from vendorbook.history.differences import same
from vendorbook.model import Node, Source
from vendorbook.model.places import no_places

_SCALARS = st.one_of(st.booleans(), st.integers(-2, 2), st.floats(-2, 2), st.sampled_from(["", "a", "b", "true", "1"]))
_KEYS = st.sampled_from(["id", "a", "b", "c"])
_VALUES = st.recursive(
    _SCALARS,
    lambda below: st.one_of(
        st.lists(below, max_size=4),
        st.dictionaries(_KEYS, below, max_size=4),
        st.lists(st.fixed_dictionaries({"id": st.sampled_from("wxyz")}, optional={"a": below}), max_size=4),
    ),
    max_leaves=16,
)
_FILES = st.dictionaries(_KEYS, _VALUES, max_size=4)


def tree(value: Any) -> Node:
    return Source("file.yaml", value, no_places()).root


def found(before: Any, after: Any) -> list[Difference]:
    return list(differences(tree(before), tree(after)))


def told(before: Any, after: Any) -> list[tuple[str, str, Any, Any]]:
    return [
        (each.kind, ".".join(map(str, each.way)), each.before and each.before.value, each.after and each.after.value)
        for each in found(before, after)
    ]


# -- they are right whatever the files -----------------------------------------------------------------


@settings(deadline=None, max_examples=300)
@given(_FILES)
def test_equal_files_have_none(value: Any) -> None:
    assert found(value, backwards(value)) == []


@settings(deadline=None, max_examples=1000)
@given(_FILES, _FILES)
@example(
    {"a": [{"id": "w"}, {"id": "w", "b": 1}, {"id": "w", "b": 1}]},
    {"a": [{"id": "w", "b": 1}, {"id": "w"}, {"id": "w", "b": 1}]},
)
def test_applying_them_to_what_was_gives_what_is(before: Any, after: Any) -> None:
    result = applied(before, [(each.way, each) for each in found(before, after)])

    assert same(result, after), result


@settings(deadline=None, max_examples=300)
@given(_FILES, _FILES)
def test_there_are_none_only_between_equal_files(before: Any, after: Any) -> None:
    assert (found(before, after) == []) == same(before, after)


def backwards(value: Any) -> Any:
    """The same with the fields of every mapping in another order."""
    if isinstance(value, dict):
        return {key: backwards(below) for key, below in reversed(value.items())}
    return [backwards(each) for each in value] if isinstance(value, list) else value


def applied(value: Any, differing: list[tuple[tuple[Any, ...], Difference]]) -> Any:
    """The value with each difference made to it: another way to say what they mean."""
    for way, each in differing:
        if not way and each.kind != REORDERED:
            assert each.after
            return each.after.value
    if not differing:
        return value
    if isinstance(value, dict):
        return _with_fields(value, differing)
    return _with_items(value, differing)


def _below(differing: list[tuple[tuple[Any, ...], Difference]], step: Any) -> list[tuple[tuple[Any, ...], Difference]]:
    return [(way[1:], each) for way, each in differing if way and way[0] == step]


def _gone(below: list[tuple[tuple[Any, ...], Difference]]) -> bool:
    return any(not way and each.kind == REMOVED for way, each in below)


def _with_fields(value: dict[str, Any], differing: Any) -> dict[str, Any]:
    kept = {
        key: applied(each, _below(differing, key)) for key, each in value.items() if not _gone(_below(differing, key))
    }
    return kept | {way[0]: each.after.value for way, each in differing if len(way) == 1 and each.kind == ADDED}


def _with_items(value: list[Any], differing: Any) -> list[Any]:
    fresh = {each.after.key: each.after.value for way, each in differing if len(way) == 1 and each.kind == ADDED}
    is_by_id = any(isinstance(way[0], Id) for way, _ in differing if way)
    kept = []
    for index, item in enumerate(value):
        # An index that was added has nothing to do with the item that stood there before.
        step = Id(item["id"]) if is_by_id else index
        below = [(way, each) for way, each in _below(differing, step) if way or each.kind != ADDED]
        if not _gone(below):
            kept.append(applied(item, below))
    for way, each in differing:
        if not way and each.kind == REORDERED:
            kept = _in_order(kept, [item for at, item in enumerate(each.after.value) if at not in fresh])
    for at in sorted(fresh):
        kept.insert(at, fresh[at])
    return kept


def _in_order(kept: list[Any], wanted: list[Any]) -> list[Any]:
    """The items that are there, as the order wants them: found by id where they have one, else by value."""

    taken: set[int] = set()

    def place(item: Any) -> int:
        ids = [isinstance(each, dict) and each.get("id") for each in wanted]
        if isinstance(item, dict) and isinstance(item.get("id"), str) and ids.count(item["id"]) == 1:
            return ids.index(item["id"])
        at = next(at for at, each in enumerate(wanted) if at not in taken and same(each, item))
        taken.add(at)  # equal items have a place each
        return at

    assert len(kept) == len(wanted)
    return sorted(kept, key=place)


# -- what they look like -------------------------------------------------------------------------------

CASES: dict[str, tuple[Any, Any, list[tuple[str, str, Any, Any]]]] = {
    "a field": ({"a": 1}, {"a": 2}, [(CHANGED, "a", 1, 2)]),
    "truth is no number": ({"a": 1}, {"a": True}, [(CHANGED, "a", 1, True)]),
    "a number however it is written": ({"a": 1}, {"a": 1.0}, []),
    "a field below": ({"a": {"b": 1}}, {"a": {"b": 1, "c": 2}}, [(ADDED, "a.c", None, 2)]),
    "a block for a text": ({"a": {"none": "x"}}, {"a": ["y"]}, [(CHANGED, "a", {"none": "x"}, ["y"])]),
    "an item by its id": (
        {"a": [{"id": "x", "n": 1}, {"id": "y"}]},
        {"a": [{"id": "z"}, {"id": "x", "n": 2}]},
        [
            (CHANGED, "a.Id(id='x').n", 1, 2),
            (REMOVED, "a.Id(id='y')", {"id": "y"}, None),
            (ADDED, "a.Id(id='z')", None, {"id": "z"}),
        ],
    ),
    "a move is told as one": (
        {"a": [{"id": "x"}, {"id": "y"}]},
        {"a": [{"id": "y"}, {"id": "x"}]},
        [(REORDERED, "a", [{"id": "x"}, {"id": "y"}], [{"id": "y"}, {"id": "x"}])],
    ),
    "items without ids by what they are": (
        {"a": ["x", "y"]},
        {"a": ["w", "x"]},
        [(REMOVED, "a.1", "y", None), (ADDED, "a.0", None, "w")],
    ),
    "one of two equal items": ({"a": ["x", "x"]}, {"a": ["x"]}, [(REMOVED, "a.1", "x", None)]),
    "items with one id are compared as they are": (
        {"a": [{"id": "x"}, {"id": "x", "n": 1}]},
        {"a": [{"id": "x"}]},
        [(REMOVED, "a.1", {"id": "x", "n": 1}, None)],
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), CASES.values(), ids=CASES)
def test_it_is_told_as_such(before: Any, after: Any, expected: Any) -> None:
    assert told(before, after) == expected
