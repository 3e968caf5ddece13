"""Within a list, an id names one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vendorbook.checks.lib.walk import lists, tops
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Supplier


@dataclass(frozen=True, slots=True)
class Params:
    """This check has no settings."""


def list_ids_are_unique(
    record: Engagement | Supplier, _params: Params, _context: Context
) -> Iterator[Violation]:
    for top in tops(record):
        for each in lists(top):
            yield from _repeated(each)


def _repeated(named: Node) -> Iterator[Violation]:
    first: dict[str, Node] = {}
    for item in named.items():
        own = item.get("id")
        if own is None:
            continue
        if (before := first.setdefault(str(own.value), own)) is not own:
            yield Violation(own, {"value": own.value}, related=((before, "first"),))
