"""The evidence branch: one entry a merge, each naming the one before, written when the merge happens.

read(root) -> Ledger            every entry, those of a merge by its commit, and what is wrong with the chain
append(root, ledger, entry)     one more; None when somebody else was faster
"""

from vendorbook.trail.ledger.appending import append
from vendorbook.trail.ledger.continuing import continued
from vendorbook.trail.ledger.entry import (
    Account,
    Change,
    CheckRun,
    Content,
    Entry,
    Merge,
    Review,
)
from vendorbook.trail.ledger.form import digest_of, parsed, written
from vendorbook.trail.ledger.reading import BRANCH, Ledger, read
from vendorbook.trail.ledger.shapes import Malformed

__all__ = [
    "BRANCH",
    "Account",
    "Change",
    "CheckRun",
    "Content",
    "Entry",
    "Ledger",
    "Malformed",
    "Merge",
    "Review",
    "append",
    "continued",
    "digest_of",
    "parsed",
    "read",
    "written",
]
