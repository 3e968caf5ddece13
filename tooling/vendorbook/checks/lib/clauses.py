"""The clauses of a contract, as a record lists them."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.stated import says_something
from vendorbook.model import Node, Violation
from vendorbook.register import Engagement

CLAUSES = "contract.clauses"


def agreed(record: Engagement, name: str) -> Node | None:
    """A clause that is in the contract with its number.

    None where it is missing, blank or reasoned away: whether it may be is for the policies on that clause to say.
    """
    clause = record.root.at(f"{CLAUSES}.{name}")
    return clause if clause is not None and says_something(clause.plain("clause")) else None


def unsaid(clause: Node, fields: tuple[str, ...], promises: tuple[str, ...], case: str = "") -> Iterator[Violation]:
    """What a clause says beside its number: each field is stated, and each promise is a yes (or else `refused`)."""
    for field in (*fields, *promises):
        if not says_something(clause.plain(field)):
            yield Violation(clause.nearest(field), {"field": field}, case)
    for field in promises:
        if clause.plain(field) is False:
            yield Violation(clause.nearest(field), {"field": field}, "refused")
