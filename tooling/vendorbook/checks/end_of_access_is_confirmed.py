"""Somebody has confirmed, at the end of the engagement, that no access is left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vendorbook.checks.lib.grants import grants, revoked_on
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Engagement


def end_of_access_is_confirmed(record: Engagement, _params: None, context: Context) -> Iterator[Item]:
    """Due on the last day. Who confirms before the last access is withdrawn confirms what is not so."""
    end = record.facts.ended_on
    stopped = record.root.at("exit.access_stopped")
    if end is None:
        return
    if stopped is None or not is_stated(stopped):
        yield Due(record.root.nearest("exit.access_stopped"), end, case="nothing")
        return
    for field in ("confirmed_by", "confirmed_on"):
        if not is_stated(stopped.get(field)):
            yield Due(stopped, end, {"field": field})
    confirmed = stopped.date("confirmed_on")
    if confirmed is not None and confirmed > context.as_of:
        yield Due(stopped.nearest("confirmed_on"), end, {"on": confirmed.isoformat()}, "still-ahead")
    elif confirmed is not None:
        yield from _too_early(stopped, confirmed, record, context)


def _too_early(stopped: Node, confirmed: date, record: Engagement, context: Context) -> Iterator[Violation]:
    for grant in grants(record):
        revoked = revoked_on(grant, context.as_of)
        if revoked is not None and confirmed < revoked:
            values = {"grant": grant.text("id"), "on": confirmed.isoformat(), "revoked": revoked.isoformat()}
            yield Violation(stopped.nearest("confirmed_on"), values, "too-early", ((grant, "grant"),))
