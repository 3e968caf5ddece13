"""Documents that a record names: where they are named, and whether they are still what was named."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.walk import lists
from vendorbook.model import Node, Plain
from vendorbook.register import Engagement, Supplier


def documents(top: Node) -> Iterator[dict[str, Plain]]:
    """Every item at or below a block that names a file of the record's folder with its digest."""
    for each in lists(top):
        for item in each:
            if isinstance(item, dict) and "sha256" in item and "file" in item:
                yield item


def digest_of(document: dict[str, Plain], record: Engagement | Supplier) -> str | None:
    """The SHA-256 of the file as it is now; None when it is not there."""
    return record.digest_of(str(document["file"]))
