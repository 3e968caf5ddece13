"""The clauses of a contract, as a record lists them."""

from __future__ import annotations

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Node
from vendorbook.register import Engagement

CLAUSES = "contract.clauses"


def agreed(record: Engagement, name: str) -> Node | None:
    """A clause that is in the contract with its number.

    None where it is missing, blank or reasoned away: whether it may be is for the policies on that clause to say.
    """
    clause = record.root.at(f"{CLAUSES}.{name}")
    return clause if clause is not None and is_stated(clause.get("clause")) else None
