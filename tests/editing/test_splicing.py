"""One field put into a file: the data as intended, every comment where it was, no other line touched."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.editing.test_layout import AsTheyAre
from tests.editing.texts import WORDS, mappings, typed
from vendorbook.editing.parts import Parts
from vendorbook.editing.read_back import made_sure
from vendorbook.editing.splicing import intended, with_field, with_item
from vendorbook.model import CannotJudge


def put(text: str, way: tuple[Any, ...], value: Any) -> str:
    before = Parts(text, "x.yaml")
    after = with_field(before, way, value, AsTheyAre())  # type: ignore[arg-type]
    return made_sure(before, after, "x.yaml", intended(before.source.value, way, value))


@settings(max_examples=300, suppress_health_check=list(HealthCheck), deadline=None)
@given(mappings, st.integers(0, 10**6), st.sampled_from(WORDS) | st.booleans() | st.integers(0, 9))
def test_a_field_of_any_text_can_be_set_or_the_reason_is_told(value: Any, seed: int, new: Any) -> None:
    before = Parts(typed(value, Random(seed)), "x.yaml")
    ways = [each.way for each in before.beginnings if each.way and isinstance(each.way[-1], str)]
    way = Random(seed).choice([*ways, (*Random(seed).choice(ways)[:-1], "zz")])
    try:
        after = with_field(before, way, new, AsTheyAre())  # type: ignore[arg-type]
        made_sure(before, after, "x.yaml", intended(before.source.value, way, new))
    except CannotJudge:
        assume(False)
    assert after.source.value == intended(before.source.value, way, new)
    assert len(after.comments) == len(before.comments)


CASES: dict[str, tuple[str, tuple[Any, ...], Any, str]] = {
    "a value beside its comment": ("a: 1 # b\nc: 2\n", ("a",), "x", "a: x # b\nc: 2\n"),
    "a value that needs quotes": ("a: b\n", ("a",), "no", 'a: "no"\n'),
    "a value in brackets": ("a: {b: 1, c: 2} # d\n", ("a", "b"), "x, y", 'a: {b: "x, y", c: 2} # d\n'),
    "a new key in brackets": ("a: {b: 1} # d\n", ("a", "c"), True, "a: {b: 1, c: true} # d\n"),
    "a new key at the end": ("a:\n  b: 1\n# about d\nd: 2\n", ("a", "c"), 2, "a:\n  b: 1\n  c: 2\n# about d\nd: 2\n"),
    "before what is at the end of the file": ("a: 1\n# end\n", ("b",), 2, "a: 1\nb: 2\n# end\n"),
    "with the block that it is in": ("a: 1\n", ("b", "c"), 2, "a: 1\nb:\n  c: 2\n"),
    "in place of what offers it": ("a: 1\n# b: # what it is\nc: 3\n", ("b",), 2, "a: 1\nb: 2\nc: 3\n"),
    "and of all that this has below": (
        "a:\n  d: 1\n  # b: # what it is\n  #   e: # more\n# f: # g\n",
        ("a", "b"),
        2,
        "a:\n  d: 1\n  b: 2\n# f: # g\n",
    ),
    "but not of another block's": ("a:\n  d: 1\n# b: # what\n", ("a", "b"), 2, "a:\n  d: 1\n  b: 2\n# b: # what\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_set(name: str) -> None:
    before, way, value, after = CASES[name]
    assert put(before, way, value) == after


def test_an_item_goes_before_the_comment_that_is_about_what_follows() -> None:
    """ruamel.yaml would put it after."""
    before = Parts("a:\n  - b: 1\n    # about b\n# about c\nc: 2\n", "x.yaml")
    after = with_item(before, ("a",), {"b": 2}, AsTheyAre())  # type: ignore[arg-type]
    assert after.text == "a:\n  - b: 1\n    # about b\n  - {b: 2}\n# about c\nc: 2\n"


def test_a_comment_that_would_go_with_what_is_replaced_is_told() -> None:
    with pytest.raises(CannotJudge) as told:
        put("a:\n  b: 1 # c\nd: 2\n", ("a",), "x")
    at = told.value.location
    assert at
    assert (at.line, at.column) == (2, 8)
