"""A change of a service's scope, and the assessments that the change brings along (Article 6)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vendorbook.checks.lib.assessments import approved
from vendorbook.history import ChangedEngagement
from vendorbook.model import Node
from vendorbook.register import Entry, scope_digest

_SETTLED = ("active", "ending", "ended")


class ScopeChange(NamedTuple):
    """The scope that will be, and the digests of both; `before` is empty where there was no scope, or none to read."""

    scope: Node
    before: str
    after: str


def scope_change(record: ChangedEngagement) -> ScopeChange | None:
    """How the scope of a service that runs (or has run) changes; until the contract a scope may still move."""
    was, will_be = record.root_before, record.root_after
    if was is None or will_be is None or record.status_before not in _SETTLED:
        return None
    scope = will_be.nearest("scope")
    before, after = (_digest(root.get("scope")) for root in (was, will_be))
    return ScopeChange(scope, before, after) if before != after else None


def _digest(scope: Node | None) -> str:
    return scope_digest(scope) if scope else ""


def added_assessments(record: ChangedEngagement) -> list[Entry]:
    """The assessments that the change adds, the oldest first."""
    return [entry for entry in record.added if entry.kind == "risk-assessment"]


def new_assessment(record: ChangedEngagement) -> Entry | None:
    """The added assessment of the scope that will be; None where the scope does not change, or nothing assesses it."""
    change = scope_change(record)
    if change is None:
        return None
    of_it = [entry for entry in added_assessments(record) if entry.root.text("scope_digest") == change.after]
    return of_it[-1] if of_it else None


def newest_before(record: ChangedEngagement, as_of: date) -> Entry | None:
    """The newest approved assessment that there was before the change."""
    known = approved(record.before, as_of) if record.before else []
    return known[-1] if known else None
