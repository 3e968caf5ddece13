"""A clause that is in the contract states what it has to beside its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.clauses import agreed
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`clause` is a name in `contract.clauses`, `fields` what it states."""

    clause: str
    fields: tuple[str, ...]


def clause_states(record: Engagement, params: Params, _context: Context) -> Iterator[Violation]:
    clause = agreed(record, params.clause)
    if clause is None:
        return
    for field in params.fields:
        if not is_stated(clause.at(field)):
            yield Violation(clause.nearest(field), {"field": field})
