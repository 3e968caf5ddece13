"""A review of access comes to an outcome for every grant that was in effect on its day."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.grants import grants, in_effect, revoked_on
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Entry


def access_review_judges_every_grant(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    for entry in record.entries("access-review"):
        outcomes = {item.text("grant"): item for item in entry.root.find("outcomes[]")}
        for grant in _to_judge(record, entry):
            outcome = outcomes.get(grant.text("id"))
            values = {"grant": grant.text("id")}
            if outcome is None:
                yield Violation(entry.root.nearest("outcomes"), values, "left-out", ((grant, "grant"),))
        for item in outcomes.values():
            if not item.text("outcome"):
                yield Violation(item, {"grant": item.text("grant")}, "undecided")


def _to_judge(record: Engagement, entry: Entry) -> Iterator[Node]:
    """What was withdrawn on the very day is left to the reviewer: it may have been the review that did it."""
    for grant in grants(record):
        lasted = in_effect(grant, entry.date)
        if lasted is not None and entry.date in lasted and revoked_on(grant, entry.date) is None:
            yield grant
