"""Every list of a file, and the place of one: the same whether the reader gathered them or they are looked for."""

from __future__ import annotations

import pytest
from tests.yaml_source.samples import SAMPLES

from vendorbook.checks.lib.walk import lists, node_of
from vendorbook.model import Node, Plain, Source
from vendorbook.yaml_source import read

TEXT = """\
a: [x, {b: [w, []]}]
c:
  - - {d: [z]}
  - e: {none: reason}
"""


def pointers(top: Node) -> list[str]:
    return sorted(node_of(each, top).pointer for each in lists(top))


def test_every_list_at_any_depth() -> None:
    root = read(TEXT.encode(), "x.yaml").root

    assert pointers(root) == ["/a", "/a/1/b", "/a/1/b/1", "/c", "/c/0", "/c/0/0/d"]


def test_below_a_block_only() -> None:
    root = read(TEXT.encode(), "x.yaml").root
    block = root.get("c")

    assert block is not None
    assert pointers(block) == ["/c", "/c/0", "/c/0/0/d"]


@pytest.mark.parametrize("text", SAMPLES)
def test_the_reader_gathers_what_a_walk_finds(text: str) -> None:
    source = read(text.encode(), "x.yaml")

    assert ids(lists(source.root)) == ids(lists(Source(source.path, source.value, source.places).root))


def ids(found: list[list[Plain]]) -> list[int]:
    """Not equal ones: the very same."""
    return sorted(id(each) for each in found)
