"""Documents that a record names: where they are named, and whether they are still what was named."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.walk import lists
from vendorbook.model import Node
from vendorbook.register import Engagement, Supplier

_DOCUMENT = {"file", "sha256"}


def documents(top: Node) -> Iterator[Node]:
    """Every item at or below a block that names a file of the record's folder with its digest."""
    for each in lists(top):
        for item in each.items():
            if isinstance(item.value, dict) and item.value.keys() >= _DOCUMENT:
                yield item


def matches(document: Node, record: Engagement | Supplier) -> bool:
    """Whether the file is there and its SHA-256 is the one on record."""
    return record.digest_of(document.text("file")) == document.text("sha256")
