"""What one engagement or supplier adds to the register as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from vendorbook.model import Node
from vendorbook.register.concentration import Decision, Row
from vendorbook.register.engagement import Engagement, Supplier
from vendorbook.register.facts import core_systems
from vendorbook.register.spend import annual_spend


def row(engagement: Engagement, systems: Mapping[str, Node], firm: Node) -> Row:
    """The engagement in one line, what it costs in the currency of the firm's profile."""
    root = engagement.root
    return Row(
        id=engagement.id,
        supplier=engagement.supplier.id,
        group=engagement.supplier.group,
        status=engagement.status,
        starts_on=root.date("contract.starts_on"),
        ended_on=engagement.facts.ended_on,
        systems=tuple(map(str, root.values("scope.systems[]"))),
        core_systems=core_systems(root, systems),
        annual_spend=annual_spend(root, firm),
        real_time_quotes=root.plain("scope.real_time_quotes") is True,
    )


def decisions(supplier: Supplier) -> list[Decision]:
    """The diversification decisions in the supplier's own journal."""
    return [
        Decision(
            supplier=supplier.id,
            group=supplier.group,
            covers=tuple(map(str, entry.root.values("covers[]"))),
            decided_on=entry.date,
            approved_on=entry.root.date("approval.approved_on"),
            expires_on=entry.root.date("expires_on"),
        )
        for entry in supplier.entries("diversification")
    ]
