"""Whoever briefed the supplier was with the firm that day, in a role that can speak for the project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.people import in_service
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement, Entry


class Params(NamedTuple):
    roles: tuple[str, ...]


def briefing_is_given_by_a_project_owner(record: Engagement, params: Params, context: Context) -> Iterator[Violation]:
    for entry in record.entries("briefing"):
        yield from _of(entry, params, context)


def _of(entry: Entry, params: Params, context: Context) -> Iterator[Violation]:
    given_by = entry.root.get("given_by")
    if given_by is None:
        return
    person = context.people.get(str(given_by.value))
    values = {"person": given_by.value, "on": entry.date}
    if person is None:
        yield Violation(given_by, values, "unknown")
    elif not in_service(person, entry.date):
        yield Violation(given_by, values, "not-in-service", ((person, "person"),))
    elif not any(role.value in params.roles for role in person.find("roles[]")):
        yield Violation(given_by, values, related=((person.nearest("roles"), "person"),))
