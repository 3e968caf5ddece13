"""Every list of a record, wherever it stands: for what is true of any list, in any block."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Node
from vendorbook.register import Engagement, Supplier


def tops(record: Engagement | Supplier) -> Iterator[Node]:
    """The record itself and each entry of its journal as it counts."""
    if record.root is not None:
        yield record.root
    for entry in record.journal:
        yield entry.root


def lists(top: Node) -> Iterator[Node]:
    """Each list at or below a block.

    Plain values are looked at first and a Node made only of what holds more: most values are neither. What a
    correction says of another entry (`entry`) is left out, because it is walked as that entry.
    """
    blocks = [top]
    while blocks:
        block = blocks.pop()
        if isinstance(block.value, list):
            yield block
        blocks += _below(block)


def _below(block: Node) -> list[Node]:
    value = block.value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [
        Node(block.source, block, key, inner)
        for key, inner in pairs
        if isinstance(inner, dict | list) and key != "entry"
    ]
