"""Records taken apart into their single values."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.exports.cells import as_text
from vendorbook.model import Node


def leaves(node: Node, way: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Node]]:
    """Every single value below a node, with its way from there; an empty list or mapping is one too."""
    below = [*node.fields(), *node.items()]
    for each in below:
        yield from leaves(each, (*way, each.key))
    if not below:
        yield way, node


def scalars(node: Node) -> Iterator[tuple[str, str]]:
    """Each single value below a node by its dotted way, as text."""
    return ((".".join(map(str, way)), said(leaf)) for way, leaf in leaves(node))


def said(leaf: Node) -> str:
    value = leaf.value
    return as_text(value, "") if isinstance(value, bool | int | float | str) else ""
