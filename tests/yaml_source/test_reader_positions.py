"""Every key and value knows its line and column, in characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from tests.yaml_source.samples import BLOCK, FLOW, SAMPLES, TEXTS
from vendorbook.model import Node
from vendorbook.yaml_source import read

PLACES = [
    # text, pointer, value's place, key's place
    (BLOCK, "", (2, 1), (2, 1)),
    (BLOCK, "/id", (2, 5), (2, 1)),
    (BLOCK, "/title", (3, 1), (3, 1)),
    (BLOCK, "/title/zh-TW", (3, 16), (3, 9)),
    (BLOCK, "/title/en", (3, 28), (3, 24)),
    (BLOCK, "/scope", (5, 1), (5, 1)),
    (BLOCK, "/scope/services", (6, 3), (6, 3)),
    (BLOCK, "/scope/services/0", (7, 7), (7, 7)),
    (BLOCK, "/scope/services/0/description", (9, 20), (9, 7)),
    (BLOCK, "/scope/activities", (10, 3), (10, 3)),
    (BLOCK, "/scope/activities/1", (10, 28), (10, 28)),
    (BLOCK, "/scope/locations/none", (12, 21), (12, 15)),
    (BLOCK, "/contract/clauses/warranty/not_applicable", (19, 32), (19, 16)),
    (TEXTS, "/why/zh-TW", (3, 10), (3, 3)),
    (TEXTS, "/why/en", (7, 7), (7, 3)),
    (TEXTS, "/plain", (10, 8), (10, 1)),
    (TEXTS, "/quoted", (12, 9), (12, 1)),
    (TEXTS, "/numbers/3", (15, 25), (15, 25)),
    (TEXTS, "/empty", (16, 10), (16, 1)),
    (TEXTS, "/spaced key", (17, 15), (17, 1)),
    (TEXTS, "/list", (18, 1), (18, 1)),
    (TEXTS, "/list/0", (19, 3), (19, 3)),
    (TEXTS, "/list/1", (20, 3), (20, 3)),
    (TEXTS, "/list/1/0", (20, 5), (20, 5)),
    (TEXTS, "/list/1/1/d/1/f", (22, 16), (22, 13)),
    (FLOW, "/list/3", (1, 36), (1, 36)),
    (FLOW, "/list/5", (1, 46), (1, 46)),
    (FLOW, "/deep/a/b/0/c", (1, 78), (1, 73)),
]


@pytest.mark.parametrize(("text", "pointer", "value_at", "key_at"), PLACES)
def test_where_it_stands(text: str, pointer: str, value_at: tuple[int, int], key_at: tuple[int, int]) -> None:
    node = next(node for node in everything(read(text.encode(), "x.yaml").root) if node.pointer == pointer)

    assert node.location == ("x.yaml", *value_at)
    assert node.key_location == ("x.yaml", *key_at)


@pytest.mark.parametrize("text", SAMPLES)
def test_every_place_reads_as_what_it_is_the_place_of(text: str) -> None:
    assert_places_hold(text)


def test_columns_count_characters_beyond_the_basic_plane_as_one() -> None:
    root = read("a: ['𠮷𠮷', x]\n".encode(), "x.yaml").root

    assert [node.location.column for node in root.items() or root.find("a[]")] == [5, 11]


def everything(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    yield node
    for below in node.items() + node.fields():
        yield from everything(below)


def assert_places_hold(text: str) -> None:
    """At each key and value of a text stands what reads as that key or value."""
    lines = text.split("\n")
    for node in everything(read(text.encode(), "x.yaml").root):
        if isinstance(node.key, str) and node.key:
            assert _reads_as(_from(lines, *node.key_location[1:]), node.key), node
        if not isinstance(node.value, dict | list):
            assert _reads_as(_from(lines, *node.location[1:]), node.value), node


def _from(lines: list[str], line: int, column: int) -> str:
    return "\n".join([lines[line - 1][column - 1 :], *lines[line:]])


def _reads_as(text: str, value: object) -> bool:
    if text[0] in "\"'":
        quoted = re.match(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', text, re.DOTALL)
        return quoted is not None and _load(f"- {quoted.group()}") == [value]
    if text[0] in "|>":
        return isinstance(value, str)
    if isinstance(value, str):
        return all(text.startswith(value.split()[:1][0]) for _ in value.split()[:1])
    return _load(re.split(r"[,\]}\s]", text)[0]) == value


def _load(text: str) -> object:
    return yaml.load(text, yaml.CSafeLoader)


@pytest.mark.parametrize("text", SAMPLES)
def test_a_place_is_the_same_when_it_is_the_first_or_the_last_that_is_asked_for(text: str) -> None:
    whole = read(text.encode(), "x.yaml").places

    for index, position in enumerate(whole):
        source = read(text.encode(), "x.yaml")
        assert [source.position(index), source.position(0), list(source.places)] == [position, whole[0], list(whole)]
