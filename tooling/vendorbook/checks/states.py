"""Fields are stated: in the record, in each item of a list, or in each journal entry of a kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.stated import says_something
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Supplier


class Params(NamedTuple):
    """`each` chooses the places to look at (`access.grants[]`), `entry` the journal entries to look in.

    A place that does not exist owes nothing: that it must exist is for another policy to say.
    """

    fields: tuple[str, ...]
    each: str = ""
    entry: str = ""


def states(record: Engagement | Supplier, params: Params, _context: Context) -> Iterator[Violation]:
    for root in _roots(record, params.entry):
        for place in root.find(params.each):
            for field in params.fields:
                if not says_something(place.plain(field)):
                    yield Violation(at=place.nearest(field), values={"field": field})


def _roots(record: Engagement | Supplier, entry_kind: str) -> list[Node]:
    if entry_kind:
        return [entry.root for entry in record.entries(entry_kind)]
    return [record.root] if record.root else []
