"""What is read at a glance is read as a close look reads it; whatever is not plainly good is left to that."""

from __future__ import annotations

import pytest

from tests.fuzz_reader import looked_at_closely
from tests.yaml_source.samples import SAMPLES
from vendorbook.model import Unreadable
from vendorbook.yaml_source import limits, read
from vendorbook.yaml_source.building import build
from vendorbook.yaml_source.glance import glance
from vendorbook.yaml_source.refusals import Refusals

GOOD = "a: [x, {b: 1}]\nc: 2026-01-05\n"
LEFT = {
    "an anchor": "a: &x b\n",
    "an alias": "a: *x\n",
    "a tag": "a: !!str b\n",
    "an escape": 'a: "\\e"\n',
    "a directive": "%YAML 1.1\n---\na: b\n",
    "a tag's prefix": "%TAG ! x\n---\na: b\n",
    "a second document": "a: b\n---\na: b\n",
    "an end of the document": "a: b\n...\n",
    "nothing": "",
    "a list": "- a\n",
    "a word": "a\n",
    "bad syntax": "a: [\n",
    "a key twice": "a: b\na: c\n",
    "a list for a key": "[a]: b\n",
    "a mapping for a key": "{a: b}: c\n",
    "no value": "a:\n",
    "no value in a list": "a: [b, ~]\n",
    "a word that YAML versions read differently": "a: no\n",
    "a number that is written oddly": "a: [010]\n",
    "too deep": "a: " + "[" * limits.DEPTH + "]" * limits.DEPTH + "\n",
    "too many": "a: [" + "b," * limits.PARTS + "]\n",
}


@pytest.fixture(autouse=True)
def keys_are_known() -> None:
    read(b"a: x\nb: x\nc: x\n", "x.yaml")


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_is_left_to_a_close_look(text: str) -> None:
    assert glance(text.encode()) is None


def test_a_key_that_nobody_has_seen_is_looked_at() -> None:
    assert glance(b"never-seen-before: b\n") is not None
    assert glance(b"never seen before : b\n1: b\n") is None


@pytest.mark.parametrize("word", ["no", "010", "2026-02-30"])
def test_a_word_that_was_quoted_before_is_looked_at_without_quotes(word: str) -> None:
    assert glance(f"a: '{word}'\n".encode()) is not None
    assert glance(f"a: {word}\n".encode()) is None


@pytest.mark.parametrize("word", ["met", "2026-01-05", "none"])
def test_a_word_that_means_itself_is_held_once(word: str) -> None:
    seen = glance(f"a: {word}\nb: '{word}'\nc: {word}\n".encode())

    assert seen is not None
    assert len({id(value) for value in seen.value.values()}) == 1


@pytest.mark.parametrize("text", [GOOD, "---\n" + GOOD, "a: ''\n", 'a: "no"\n', "a: |\n  no\n", *SAMPLES])
def test_what_is_good_is_read_as_a_close_look_reads_it(text: str) -> None:
    value = looked_at_closely(text)

    seen = glance(text.encode())

    assert repr(seen.value if seen else value) == repr(value)
    assert seen or text in SAMPLES


LIMITS = [
    *("a: [" + "b," * (parts - 6) + "b]\n" for parts in (limits.PARTS - 1, limits.PARTS, limits.PARTS + 1)),
    *("a: " + "[" * depth + "]" * depth + "\n" for depth in (limits.DEPTH - 1, limits.DEPTH)),
]


@pytest.mark.parametrize("text", LIMITS, ids=lambda text: f"{len(text)} characters")
def test_the_limits_of_both_are_the_same(text: str) -> None:
    assert (glance(text.encode()) is None) == is_refused(text)


def test_the_limits_are_tried_on_both_sides() -> None:
    assert [is_refused(text) for text in LIMITS] == [False, False, True, False, True]


def is_refused(text: str) -> bool:
    try:
        build(text, Refusals("x.yaml"))
    except Unreadable:
        return True
    return False


def test_the_example_is_read_at_a_glance(example_files: dict[str, bytes]) -> None:
    """Else the register is read at half the speed, and nobody is told."""
    texts = [
        data.decode() for path, data in example_files.items() if path.startswith("vendors/") and path[-5:] == ".yaml"
    ]
    for text in texts:
        read(text.encode(), "x.yaml")

    assert len([text for text in texts if glance(text.encode()) is None]) == 0
