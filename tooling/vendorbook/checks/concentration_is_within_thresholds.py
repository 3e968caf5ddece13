"""No supplier group holds more of the outsourcing than the profile allows, unless a decision accepts it."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.concentration import BASES, exceeded, shown
from vendorbook.checks.lib.wording import listed
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Decision, Entry, Supplier


def concentration_is_within_thresholds(record: Supplier, _params: None, context: Context) -> Iterator[Item]:
    """A case for each basis that nothing accepts, a due date for each decision of this supplier in use."""
    accepted: dict[str, list[str]] = {}
    for basis, threshold in exceeded(record, context):
        decision = _latest(record.group, basis, context)
        own = _entry_of(decision, record)
        if own is not None:
            accepted.setdefault(own.id, []).append(basis)
        elif decision is None or str(decision.expires_on) < context.as_of.isoformat():
            yield from _unaccepted(record, basis, threshold, context)
    for entry in record.entries("diversification"):
        if entry.id in accepted:
            yield from _ends(entry, accepted[entry.id], record.group)


def _unaccepted(record: Supplier, basis: str, threshold: Node, context: Context) -> Iterator[Violation]:
    if record.root is not None:
        share = context.register.share(record.group, basis, context.as_of)
        values = {"group": record.group, "share": shown(share), "threshold": threshold.value}
        yield Violation(record.root.nearest("group"), values, basis, related=((threshold, "threshold"),))


def _ends(entry: Entry, bases: list[str], group: str) -> Iterator[Due]:
    ends = entry.root.date("expires_on")
    if ends is not None:
        values = {"group": group, "bases": listed(BASES[basis] for basis in bases)}
        yield Due(entry.root.nearest("expires_on"), ends, values, case="decision-ends")


def _latest(group: str, basis: str, context: Context) -> Decision | None:
    """The approved decision on the group, by this basis, that lasts longest; it may have run out."""
    approved = [
        decision
        for decision in context.register.decisions
        if decision.group == group
        and basis in decision.covers
        and decision.expires_on is not None
        and decision.approved_on is not None
        and decision.approved_on <= context.as_of
    ]
    return max(approved, key=lambda decision: str(decision.expires_on), default=None)


def _entry_of(decision: Decision | None, record: Supplier) -> Entry | None:
    """The decision's entry, when it is in this supplier's journal and not in another's of its group."""
    if decision is None or decision.supplier != record.id:
        return None
    same_day = (entry for entry in record.entries("diversification") if entry.date == decision.decided_on)
    return next(entry for entry in same_day if entry.root.date("expires_on") == decision.expires_on)
