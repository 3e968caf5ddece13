"""What one engagement or supplier adds to the register as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from vendorbook.model import Node
from vendorbook.register.concentration import Decision, Row
from vendorbook.register.engagement import Engagement, Supplier
from vendorbook.register.facts import core_systems


def row(engagement: Engagement, systems: Mapping[str, Node], currency: str) -> Row:
    """The engagement in one line; spend in another currency than the firm's counts as nothing."""
    root = engagement.root
    amount = root.plain("contract.annual_cost.amount")
    counts = root.text("contract.annual_cost.currency") == currency and isinstance(amount, int | float)
    return Row(
        id=engagement.id,
        supplier=engagement.supplier.id,
        group=engagement.supplier.group,
        status=engagement.status,
        starts_on=root.date("contract.starts_on"),
        ended_on=engagement.facts.ended_on,
        systems=tuple(str(node.value) for node in root.find("scope.systems[]")),
        core_systems=core_systems(root, systems),
        annual_spend=float(amount) if counts and isinstance(amount, int | float) else 0.0,
        subcontractors=tuple(node.text("id") for node in root.find("scope.subcontractors[]")),
        real_time_quotes=root.plain("scope.real_time_quotes") is True,
    )


def decisions(supplier: Supplier) -> list[Decision]:
    """The diversification decisions in the supplier's own journal."""
    return [
        Decision(
            supplier=supplier.id,
            group=supplier.group,
            covers=tuple(str(node.value) for node in entry.root.find("covers[]")),
            decided_on=entry.date,
            approved_on=entry.root.date("approval.approved_on"),
            expires_on=entry.root.date("expires_on"),
        )
        for entry in supplier.entries("diversification")
    ]
