"""At least one security person is named, of the firm or of the supplier, and serves for as long as needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vendorbook.checks.lib.spells import Spell, last_in_a_row
from vendorbook.checks.lib.stated import is_stated
from vendorbook.checks.lib.suggest import did_you_mean
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Engagement

_SAYS_WHO = {"firm": "staff", "supplier": "name"}


@dataclass(frozen=True, slots=True)
class Params:
    """`side` is `firm`, whose people have a staff id and roles, or `supplier`, whose people are named."""

    side: str


def security_staff_take_part(record: Engagement, params: Params, context: Context) -> Iterator[Item]:
    """Somebody who cannot count is reported only where nobody can."""
    path = f"oversight.security_staff.{params.side}"
    named = list(record.root.find(f"{path}[]"))
    faults = {id(person): _fault(person, params.side, context) for person in named}
    fit = [person for person in named if faults[id(person)] is None]
    if not named:
        yield Violation(record.root.nearest(path), case="nobody")
    elif not fit:
        yield from (fault for fault in faults.values() if fault is not None)
    else:
        yield from _while_it_lasts([_spell(person, context) for person in fit], context.as_of)


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
        return Violation(staff, {"person": name, "suggestion": did_you_mean(name, context.people)}, "unknown")
    if "security" not in [role.value for role in known.find("roles[]")]:
        return Violation(staff, {"person": name}, "not-security", ((known.nearest("roles"), "roles"),))
    return None


def _spell(person: Node, context: Context) -> Spell:
    """Whoever has left the firm no longer serves, whatever the record says."""
    known = context.people.get(person.text("staff"))
    ends = [day for day in (person.date("until"), known and known.date("until")) if day]
    return Spell(person, person.date("from") or date.min, min(ends, default=None))


def _while_it_lasts(spells: list[Spell], as_of: date) -> Iterator[Item]:
    last = last_in_a_row(spells, as_of)
    if last is None:
        first = min(spells, key=lambda spell: spell.start)
        yield Violation(first.at.nearest("from"), {"start": first.start.isoformat()}, "not-yet")
    elif last.until is not None:
        yield Due(last.at.nearest("until"), last.until, case="over")
