"""What follow-up entries of the journal have closed."""

from __future__ import annotations

from datetime import date

from vendorbook.register import Engagement


def closed(record: Engagement, as_of: date) -> set[tuple[str, str]]:
    """Entry and item of everything that a follow-up reports as done by a day."""
    entries = record.entries("follow-up")
    done = [entry.root for entry in entries if (entry.root.date("done_on") or entry.date) <= as_of]
    return {(root.text("closes.entry"), root.text("closes.item")) for root in done}
