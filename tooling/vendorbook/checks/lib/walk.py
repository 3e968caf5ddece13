"""Every list of a record, wherever it stands: for what is true of any list, in any block.

Almost always all is well, so plain values are looked through first; only for what was found wrong is its Node
looked up, to say where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vendorbook.model import Node, Plain
from vendorbook.register import Engagement, Supplier


def tops(record: Engagement | Supplier) -> Iterator[Node]:
    """The record itself, and each entry of its journal as it counts."""
    if record.root is not None:
        yield record.root
    for entry in record.journal:
        if entry.kind == "correction":
            # What it says of the entry corrected is that entry's content now, and comes with it.
            yield from (field for field in entry.root.fields() if field.key != "entry")
        else:
            yield entry.root


def lists(top: Node) -> list[list[Plain]]:
    """Each list at or below a block; of a whole file, the reader has gathered them."""
    gathered = top.source.lists if top.parent is None else None
    return _walked(top) if gathered is None else gathered


def _walked(top: Node) -> list[list[Plain]]:
    found: list[list[Plain]] = []
    blocks: list[Plain] = [top.value]
    for block in blocks:  # which grows meanwhile
        if isinstance(block, dict):
            inner: Iterable[Plain] = block.values()
        elif isinstance(block, list):
            found.append(block)
            inner = block
        else:
            continue
        blocks += [value for value in inner if value.__class__ is dict or value.__class__ is list]
    return found


def node_of(value: Plain, top: Node) -> Node:
    """Where a block that `lists` came upon stands."""
    nodes = [top]
    while nodes:
        node = nodes.pop()
        if node.value is value:
            return node
        nodes += node.items() + node.fields()
    raise LookupError
