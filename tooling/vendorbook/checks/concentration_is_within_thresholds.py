"""No supplier group holds more of the outsourcing than the profile allows, unless a decision accepts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vendorbook.checks.lib.concentration import BASES, shown
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Decision, Entry, Supplier


@dataclass(frozen=True, slots=True)
class Params:
    """This check has no settings: the thresholds are the profile's."""


def concentration_is_within_thresholds(record: Supplier, _params: Params, context: Context) -> Iterator[Item]:
    for basis in BASES:
        threshold = context.firm.at(f"concentration.thresholds.{basis.replace('-', '_')}")
        if record.root is None or threshold is None or not isinstance(threshold.value, int | float):
            continue
        share = context.register.share(record.group, basis, context.as_of)
        if round(share, 1) > threshold.value:
            yield from _judge(record, record.root, basis, share, threshold, context)


def _judge(
    record: Supplier, root: Node, basis: str, share: float, threshold: Node, context: Context
) -> Iterator[Item]:
    decision = _latest(record.group, basis, context)
    own = _entry_of(record, decision, basis)
    values = {
        "group": record.group,
        "basis": BASES[basis],
        "share": shown(share),
        "threshold": threshold.value,
        "named": basis,
    }
    if decision and decision.expires_on and own is not None:
        at = own.root.nearest("expires_on")
        yield Due(at, decision.expires_on, {**values, "ends": decision.expires_on}, case="decision-ends")
    elif decision is None or decision.expires_on is None or decision.expires_on < context.as_of:
        yield Violation(root.nearest("group"), values, related=((threshold, "threshold"),))


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


def _entry_of(record: Supplier, decision: Decision | None, basis: str) -> Entry | None:
    """The decision's entry, when it is in this supplier's journal and not in another's of its group."""
    if decision is None or decision.supplier != record.id:
        return None
    for entry in record.entries("diversification"):
        covers = {node.value for node in entry.root.find("covers[]")}
        if basis in covers and entry.root.date("expires_on") == decision.expires_on:
            return entry
    return None
