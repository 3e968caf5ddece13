"""Within a list, an id names one thing."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.walk import lists, node_of, tops
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Supplier


def list_ids_are_unique(record: Engagement | Supplier, _params: None, _context: Context) -> Iterator[Violation]:
    for top in tops(record):
        for each in lists(top):
            ids = [str(item["id"]) for item in each if isinstance(item, dict) and "id" in item]
            if len(ids) != len(set(ids)):
                yield from _repeated(node_of(each, top))


def _repeated(named: Node) -> Iterator[Violation]:
    first: dict[str, Node] = {}
    for own in [own for item in named.items() if (own := item.get("id")) is not None]:
        if (before := first.setdefault(str(own.value), own)) is not own:
            yield Violation(own, {"value": own.value}, related=((before, "first"),))
