"""Clauses that no reason can stand in for are in the contract, each with its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.clauses import CLAUSES, agreed
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`clauses` are ways below `contract.clauses`."""

    clauses: tuple[str, ...]


def clause_is_stated(record: Engagement, params: Params, _context: Context) -> Iterator[Violation]:
    for clause in params.clauses:
        if agreed(record, clause) is not None:
            continue
        path = f"{CLAUSES}.{clause}"
        at = record.root.nearest(path)
        reason = at.get("not_applicable")
        yield Violation(at, {"field": path}) if reason is None else Violation(reason, {"field": path}, "reasoned-away")
