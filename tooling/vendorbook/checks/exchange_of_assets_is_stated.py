"""Every candidate says whether it was given information assets while the choice was being made."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def exchange_of_assets_is_stated(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    candidates = list(record.root.find("selection.candidates[]"))
    if not candidates:
        yield Violation(record.root.nearest("selection.candidates"), case="nobody")
    for candidate in candidates:
        who = {"candidate": candidate.text("id")}
        received, exchanged = candidate.get("received_assets"), candidate.get("first_exchange_on")
        if received is None:
            yield Violation(candidate, who, "unstated")
        elif received.value is False and exchanged is not None:
            yield Violation(received, who, "contradicted", ((exchanged, "exchange"),))
