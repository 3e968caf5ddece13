"""Clauses that no reason can stand in for are in the contract, each with its number and what it has to say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.clauses import CLAUSES, agreed, unsaid
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`clauses` are ways below `contract.clauses`; each also states `fields` and says yes to `promises`."""

    clauses: tuple[str, ...]
    fields: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()


def clause_is_stated(record: Engagement, params: Params, _context: Context) -> Iterator[Violation]:
    for clause in params.clauses:
        path = f"{CLAUSES}.{clause}"
        at = record.root.nearest(path)
        reason = at.get("not_applicable")
        if reason is not None:
            yield Violation(reason, {"field": path}, "reasoned-away")
            continue
        if agreed(record, clause) is None:
            yield Violation(at, {"field": path})
        block = record.root.at(path)
        if block is not None:
            yield from unsaid(block, params.fields, params.promises, "incomplete")
