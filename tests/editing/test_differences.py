"""What differs, a line a field."""

from __future__ import annotations

from typing import Any

import pytest

from vendorbook.editing.differences import differences

CASES: dict[str, tuple[Any, Any, list[str]]] = {
    "nothing": ({"a": 1}, {"a": 1}, []),
    "a value": ({"a": {"b": False}}, {"a": {"b": True}}, ["- a.b: false", "+ a.b: true"]),
    "a field more, one less": ({"a": 1}, {"b": "no"}, ["- a: 1", '+ b: "no"']),
    "an item by its id": (
        {"a": [{"id": "x", "n": 1}, {"id": "w"}]},
        {"a": [{"id": "w"}, {"id": "x", "n": 2}]},
        ["- a.x.n: 1", "+ a.x.n: 2", "+ a: [w, x]"],
    ),
    "a list without ids": ({"a": ["x"]}, {"a": ["x", "w"]}, ["- a: [x]", "+ a: [x, w]"]),
    "none": ({"a": {"none": "so"}}, {"a": ["x"]}, ["- a: {none: so}", "+ a: [x]"]),
    "much": ({"a": "x" * 500}, {}, [f"- a: {'x' * 154}…"]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_differs(name: str) -> None:
    before, after, lines = CASES[name]
    assert list(differences(before, after)) == lines
