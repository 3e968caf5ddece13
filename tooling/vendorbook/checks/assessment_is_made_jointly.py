"""An assessment is the joint work of several people of the firm, at least one from a unit of a given kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.assessments import assessments
from vendorbook.checks.lib.people import in_service
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Entry


class Params(NamedTuple):
    at_least: int
    unit_kind: str


def assessment_is_made_jointly(record: Engagement, params: Params, context: Context) -> Iterator[Violation]:
    for entry in assessments(record):
        people = _people(entry, context)
        yield from _strangers(entry, context)
        at = entry.root.nearest("assessors")
        if len(people) < params.at_least:
            yield Violation(at, {"count": len(people), "at_least": params.at_least})
        if people and not any(person.text("unit_kind") == params.unit_kind for person in people.values()):
            yield Violation(at, case="unit-missing")


def _people(entry: Entry, context: Context) -> dict[str, Node]:
    """The assessors who were the firm's on the day, each once however often they are named."""
    named = (str(item.value) for item in entry.root.find("assessors[]"))
    known = {name: context.people[name] for name in named if name in context.people}
    return {name: person for name, person in known.items() if in_service(person, entry.date)}


def _strangers(entry: Entry, context: Context) -> Iterator[Violation]:
    """Who is named but was not the firm's; a name that nobody bears is for `references-resolve` to find."""
    for item in entry.root.find("assessors[]"):
        person = context.people.get(str(item.value))
        if person is not None and not in_service(person, entry.date):
            values = {"person": item.value, "on": entry.date}
            yield Violation(item, values, case="not-in-service", related=((person, "person"),))
