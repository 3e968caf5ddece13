"""A checklist uses the edition that was in effect on the day it was completed."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.checklists import checklists, edition_of
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def checklist_edition_is_current(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    for checklist in checklists(record):
        on, named = checklist.text("completed_on"), edition_of(checklist, context.checklist)
        current = _current(context.checklist, on)
        # An edition that nobody knows is for `checklist-is-complete` to find.
        if not on or named is None or current is None or named.text("id") == current.text("id"):
            continue
        values = {"edition": named.text("id"), "current": current.text("id"), "on": on}
        yield Violation(checklist.nearest("edition"), values, related=((current, "edition"),))


def _current(known: Node, on: str) -> Node | None:
    """The newest of the editions in effect on a day; ISO dates sort as text."""
    in_effect = [edition for edition in known.find("editions[]") if edition.text("effective_on") <= on]
    return max(in_effect, key=lambda edition: edition.text("effective_on"), default=None)
