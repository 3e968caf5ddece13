"""Every item of the edition that a checklist names has exactly one answer."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.checklists import checklists, edition_of
from vendorbook.checks.lib.stated import is_stated
from vendorbook.checks.lib.wording import listed
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def checklist_is_complete(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    for checklist in checklists(record):
        edition = edition_of(checklist, context.checklist)
        if edition is not None:
            yield from _unanswered(checklist, edition)
            yield from _odd(checklist, edition)
        elif (named := checklist.get("edition")) is not None:
            related = ((context.checklist.nearest("editions"), "editions"),)
            yield Violation(named, {"edition": named.value}, case="unknown-edition", related=related)


def _unanswered(checklist: Node, edition: Node) -> Iterator[Violation]:
    """Nothing where there are no items at all: that is for `assessment-has-a-checklist` to say."""
    items = checklist.get("items")
    answered = {item.text("id") for item in checklist.find("items[]")}
    missing = [item.text("id") for item in edition.find("items[]") if item.text("id") not in answered]
    if items is not None and is_stated(items) and missing:
        values = {"edition": edition.text("id"), "count": len(missing), "items": listed(missing)}
        yield Violation(items, values, related=((edition, "edition"),))


def _odd(checklist: Node, edition: Node) -> Iterator[Violation]:
    """Items without an answer, answered twice, or not of this edition."""
    asked = {item.text("id") for item in edition.find("items[]")}
    seen: set[str] = set()
    for item in checklist.find("items[]"):
        values = {"item": item.text("id"), "edition": edition.text("id")}
        if item.text("id") not in asked:
            yield Violation(item, values, case="not-in-edition", related=((edition, "edition"),))
        elif item.text("id") in seen:
            yield Violation(item, values, case="twice")
        elif not is_stated(item.get("answer")):
            yield Violation(item, values, case="no-answer")
        seen.add(item.text("id"))
