"""At least one security person is named, of the firm or of the supplier, and serves for as long as needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vendorbook.checks.lib.stated import is_stated
from vendorbook.checks.lib.stretches import Stretch, joined
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Engagement

_SAYS_WHO = {"firm": "staff", "supplier": "name"}


class Params(NamedTuple):
    """`side` is `firm`, whose people have a staff id and roles, or `supplier`, whose people are named."""

    side: str


def security_staff_take_part(record: Engagement, params: Params, context: Context) -> Iterator[Item]:
    """Somebody who cannot count is reported only where nobody can."""
    path = f"oversight.security_staff.{params.side}"
    named = [(person, _fault(person, params.side, context)) for person in record.root.find(f"{path}[]")]
    fit = [person for person, fault in named if fault is None]
    if not named:
        yield Violation(record.root.nearest(path), case="nobody")
    elif not fit:
        yield from (fault for _, fault in named if fault is not None)
    else:
        yield from _while_it_lasts(fit, context)


def _fault(person: Node, side: str, context: Context) -> Violation | None:
    """Why somebody does not count as security staff at all, whatever the day."""
    for field in (_SAYS_WHO[side], "role", "from"):
        if not is_stated(person.get(field)):
            return Violation(person, {"field": field}, "unstated")
    return _fault_of_staff(person.nearest("staff"), context) if side == "firm" else None


def _fault_of_staff(staff: Node, context: Context) -> Violation | None:
    name = str(staff.value)
    known = context.people.get(name)
    if known is None:
        return Violation(staff, {"person": name}, "unknown")
    if "security" not in [role.value for role in known.find("roles[]")]:
        return Violation(staff, {"person": name}, "not-security", ((known.nearest("roles"), "roles"),))
    return None


def _serves(person: Node, context: Context) -> Stretch:
    """Whoever has left the firm serves no longer; dates the wrong way round come to a single day."""
    known = context.people.get(person.text("staff"))
    ends = [day for day in (person.date("until"), known and known.date("until")) if day]
    last = min(ends, default=date.max)
    return Stretch(min(person.date("from") or date.min, last), last)


def _while_it_lasts(fit: list[Node], context: Context) -> Iterator[Item]:
    """Where the row of those who follow one another ends; nothing where it has no end."""
    serving = [(_serves(person, context), person) for person in fit]
    begun = [each for each in joined(each for each, _ in serving) if each.first <= context.as_of]
    if not begun:
        first, person = min(serving, key=lambda each: each[0])
        yield Violation(person.nearest("from"), {"start": first.first.isoformat()}, "not-yet")
    elif begun[-1].last < date.max:
        person = next(person for each, person in serving if each.last == begun[-1].last)
        yield Due(person.nearest("until"), begun[-1].last, case="over")
