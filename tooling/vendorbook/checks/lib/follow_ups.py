"""What follow-up entries of the journal have closed."""

from __future__ import annotations

from datetime import date

from vendorbook.model import Node
from vendorbook.register import Engagement


def closed(record: Engagement, as_of: date) -> set[tuple[str, str]]:
    """Entry and item of everything that a follow-up reports as done by a day."""
    return {(root.text("closes.entry"), root.text("closes.item")) for root in _done(record, as_of)}


def answered(record: Engagement, kind: str, as_of: date) -> set[str]:
    """What follow-ups have answered for by a day, of the things in the record: each `grant`, `held` asset or `step`."""
    return {root.text(f"closes.{kind}") for root in _done(record, as_of)}


def reports_on(record: Engagement, entry: str, as_of: date) -> list[Node]:
    """The follow-ups on an entry as a whole (not on one item of it) that say, by a day, what came of it."""
    done = [root for root in _done(record, as_of) if root.text("closes.entry") == entry]
    return [root for root in done if not root.text("closes.item") and root.text("description")]


def _done(record: Engagement, as_of: date) -> list[Node]:
    entries = record.entries("follow-up")
    return [entry.root for entry in entries if (entry.root.date("done_on") or entry.date) <= as_of]
