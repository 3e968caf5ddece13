"""The contract puts a duty on the supplier: by which clause, and with what the rules want said about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement

_CLAUSES = "contract.clauses"


class Params(NamedTuple):
    """`clause` is a block of `contract.clauses` (a dot leads to one within it), which cannot be reasoned away.

    Beside its number it states `fields`, and says yes to each of `promises`.
    """

    clause: str
    fields: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()


def contract_obliges(record: Engagement, params: Params, _context: Context) -> Iterator[Violation]:
    path = f"{_CLAUSES}.{params.clause}"
    block = record.root.at(path)
    if _outer_is_missing(record.root, params.clause):
        return
    if block is None:
        yield Violation(record.root.nearest(path), case="missing")
    elif (reason := block.get("not_applicable")) is not None:
        yield Violation(reason, case="reasoned-away")
    else:
        yield from _unstated(block, ("clause", *params.fields, *params.promises))
        yield from _refused(block, params.promises)


def _outer_is_missing(root: Node, clause: str) -> bool:
    """Whether the block that this clause is a part of is not there: the policy on that block says so."""
    outer, within, _ = clause.rpartition(".")
    block = root.at(f"{_CLAUSES}.{outer}")
    return bool(within) and (block is None or block.get("not_applicable") is not None)


def _unstated(block: Node, fields: tuple[str, ...]) -> Iterator[Violation]:
    for field in fields:
        if not is_stated(block.at(field)):
            yield Violation(block.nearest(field), {"field": field})


def _refused(block: Node, promises: tuple[str, ...]) -> Iterator[Violation]:
    for field in promises:
        promise = block.at(field)
        if promise is not None and promise.value is not True:
            yield Violation(promise, {"field": field}, "refused")
