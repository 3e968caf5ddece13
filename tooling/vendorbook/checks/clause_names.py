"""A list in a clause of the contract names all that it has to name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`list` is the place of the list in `contract.clauses`; each of `items` that it lacks has a case of its name."""

    list: str
    items: tuple[str, ...]


def clause_names(record: Engagement, params: Params, _context: Context) -> Iterator[Violation]:
    named = record.root.at(f"contract.clauses.{params.list}")
    if named is None or not named.items():
        return  # that there is no list is for `contract_obliges` to say
    listed = [item.value for item in named.items()]
    for item in params.items:
        if item not in listed:
            yield Violation(named, case=item)
