"""Access grants of an engagement: which there are, and on which days each was in effect."""

from __future__ import annotations

from datetime import date

from vendorbook.checks.lib.stretches import Stretch, joined
from vendorbook.model import Node
from vendorbook.register import Context, Engagement


def grants(record: Engagement) -> list[Node]:
    return list(record.root.find("access.grants[]"))


def revoked_on(grant: Node, as_of: date) -> date | None:
    """The day it was withdrawn; None while that day is still to come, whatever the record announces."""
    day = grant.date("revoked_on")
    return day if day is not None and day <= as_of else None


def in_effect(grant: Node, as_of: date) -> Stretch | None:
    """From its first day to its withdrawal; None where its first day is not stated.

    Its expiry does not end it: until somebody records the withdrawal, nobody has said that it cannot be used.
    """
    first = grant.date("effective_on")
    return None if first is None else Stretch(first, revoked_on(grant, as_of) or date.max)


def any_grant_effective(record: Engagement, context: Context) -> list[Stretch]:
    """The days on which a grant is in effect, since the rules bind the firm and until the engagement ends."""
    as_of = context.as_of
    bound_from = context.firm.date("bound_from") or date.min
    last = record.root.date("exit.ended_on") or date.max
    stretches = [stretch for grant in grants(record) if (stretch := in_effect(grant, as_of)) is not None]
    return joined(Stretch(max(each.first, bound_from), min(each.last, last)) for each in stretches)
