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
    for place in _places(record, params):
        for field in params.fields:
            if not says_something(place.plain(field)):
                yield Violation(at=place.nearest(field), values={"field": field})


def _places(record: Engagement | Supplier, params: Params) -> Iterator[Node]:
    roots = [entry.root for entry in record.entries(params.entry)] if params.entry else [record.root]
    for root in roots:
        if root is not None:
            yield from root.find(params.each)
