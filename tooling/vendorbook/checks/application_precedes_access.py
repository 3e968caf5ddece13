"""Access is applied for, then approved, then takes effect."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vendorbook.checks.lib.grants import grants
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def application_precedes_access(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    """A date that is missing is for `access-application-is-stated` to find; the others are still compared."""
    for grant in grants(record):
        for earlier, later in pairwise(_steps(grant)):
            if str(later.value) < str(earlier.value):
                values = {"field": later.key, "on": later.value, "before": earlier.value}
                yield Violation(later, {**values, "grant": grant.text("id")}, related=((earlier, "earlier"),))


def _steps(grant: Node) -> list[Node]:
    """The first approval is that of the application; later ones widen what is in effect already."""
    approvals = list(grant.find("approvals[]"))
    approved = approvals[0].get("approved_on") if approvals else None
    steps = (grant.get("requested_on"), approved, grant.get("effective_on"))
    return [step for step in steps if step is not None]
