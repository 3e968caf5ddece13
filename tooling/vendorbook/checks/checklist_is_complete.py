"""Every item of the edition that a checklist names has exactly one answer."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.checklists import checklists, edition_of
from vendorbook.checks.lib.stated import says_something
from vendorbook.checks.lib.wording import listed
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def checklist_is_complete(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    for checklist in checklists(record):
        edition = edition_of(checklist, context.checklist)
        if edition is not None:
            asked = _ids(edition)
            yield from _unanswered(checklist, edition, asked)
            yield from _odd(checklist, edition, set(asked))
        elif (named := checklist.get("edition")) is not None:
            related = ((context.checklist.nearest("editions"), "editions"),)
            yield Violation(named, {"edition": named.value}, case="unknown-edition", related=related)


def _ids(listing: Node) -> list[str]:
    return [str(value) for value in listing.values("items[].id")]


def _unanswered(checklist: Node, edition: Node, asked: list[str]) -> Iterator[Violation]:
    """Nothing where there are no items at all: that is for `assessment-has-a-checklist` to say."""
    items, answered = checklist.get("items"), set(_ids(checklist))
    missing = [item for item in asked if item not in answered]
    if items is not None and missing and says_something(items.value):
        values = {"edition": edition.text("id"), "count": len(missing), "items": listed(missing)}
        yield Violation(items, values, related=((edition, "edition"),))


def _odd(checklist: Node, edition: Node, asked: set[str]) -> Iterator[Violation]:
    """Items without an answer, answered twice, or not of this edition."""
    seen: set[str] = set()
    for item in checklist.find("items[]"):
        name = item.text("id")
        if name not in asked:
            yield _at(item, edition, "not-in-edition", related=((edition, "edition"),))
        elif name in seen:
            yield _at(item, edition, "twice")
        elif not says_something(item.plain("answer")):
            yield _at(item, edition, "no-answer")
        seen.add(name)


def _at(item: Node, edition: Node, case: str, related: tuple[tuple[Node, str], ...] = ()) -> Violation:
    return Violation(item, {"item": item.text("id"), "edition": edition.text("id")}, case, related)
