"""Each subcontractor was disclosed to the firm on the day it starts, or earlier."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def subcontractor_is_disclosed_in_time(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    """A day that is missing is for `subcontractor-is-described` to find."""
    for each in record.root.find("scope.subcontractors[]"):
        disclosed, starts = each.date("disclosed_on"), each.date("starts_on")
        if disclosed is not None and starts is not None and disclosed > starts:
            values = {
                "subcontractor": each.text("id"),
                "disclosed_on": disclosed.isoformat(),
                "starts_on": starts.isoformat(),
            }
            yield Violation(each.nearest("disclosed_on"), values, related=((each.nearest("starts_on"), "start"),))
