"""A clause that is in the contract names each of several things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.clauses import agreed
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`clause` is a name in `contract.clauses`, `field` its list, and each of `names` has to be in it."""

    clause: str
    field: str
    names: tuple[str, ...]


def clause_names_each(record: Engagement, params: Params, _context: Context) -> Iterator[Violation]:
    """What is not named is told by a case of its name."""
    clause = agreed(record, params.clause)
    if clause is None:
        return
    named = clause.values(f"{params.field}[]")
    for name in params.names:
        if name not in named:
            yield Violation(clause.nearest(params.field), case=name)
