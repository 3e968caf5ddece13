"""A supplier's record stays for as long as one of its engagements does."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.engagement_is_kept import engagement_is_kept
from vendorbook.history import Change
from vendorbook.model import Violation
from vendorbook.register import Context


def supplier_is_kept(change: Change, _params: None, context: Context) -> Iterator[Violation]:
    """It may go with the last engagement whose retention is over; a supplier that never had one is kept."""
    may_not_go = {violation.at.source.path.split("/")[1] for violation in engagement_is_kept(change, None, context)}
    going = {each.id.split("/")[0] for each in change.engagements if each.root_after is None}
    for file in change.removed("supplier.yaml"):
        if file.record in may_not_go or file.record not in going:
            yield Violation(file.node, {"supplier": file.record})
