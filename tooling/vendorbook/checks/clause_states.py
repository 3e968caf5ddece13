"""A clause that is in the contract says what it has to beside its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.clauses import agreed, unsaid
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`clause` is a name in `contract.clauses`; it states `fields` and says yes to `promises`."""

    clause: str
    fields: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()


def clause_states(record: Engagement, params: Params, _context: Context) -> Iterator[Violation]:
    clause = agreed(record, params.clause)
    if clause is not None:
        yield from unsaid(clause, params.fields, params.promises)
