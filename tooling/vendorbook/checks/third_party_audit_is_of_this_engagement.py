"""A third party's audit looked at what it does for this firm, and the third party was fit to look."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def third_party_audit_is_of_this_engagement(
    record: Engagement, _params: None, _context: Context
) -> Iterator[Violation]:
    """Of the newest such audit alone: what an earlier one did not say, nobody can find out any more."""
    audits = [entry for entry in record.entries("audit") if entry.root.text("by") == "third-party"]
    for entry in audits[-1:]:
        for field in ("this_firm_in_scope", "competence"):
            if not is_stated(entry.root.get(field)):
                yield Violation(entry.root.nearest(field), {"field": field})
        in_scope = entry.root.get("this_firm_in_scope")
        if in_scope is not None and in_scope.value is False:
            yield Violation(in_scope, case="attestation-alone")
