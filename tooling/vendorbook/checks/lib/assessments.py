"""Risk assessments of an engagement, and the scale on which they put risks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vendorbook.model import Node, Text
from vendorbook.register import Context, Engagement, Entry

LEVELS = {
    "low": Text("低", "low"),
    "medium": Text("中", "medium"),
    "high": Text("高", "high"),
    "material": Text("重大", "material"),
}
"""From the least to the gravest."""


def assessments(record: Engagement) -> list[Entry]:
    """Every assessment that counts, the oldest first."""
    return record.entries("risk-assessment")


def approved(record: Engagement, as_of: date) -> list[Entry]:
    """Those that had been approved by a day, the oldest first; what awaits its approval decides nothing yet."""
    return [entry for entry in assessments(record) if (approved_on(entry) or date.max) <= as_of]


def approved_on(assessment: Entry) -> date | None:
    return assessment.root.date("approval.approved_on")


def initial_assessments(record: Engagement) -> list[Entry]:
    return [entry for entry in assessments(record) if entry.root.text("trigger") == "initial"]


def of_the_present_scope(record: Engagement) -> list[Entry]:
    """Those made for the scope that the newest was made for; one that names no scope is among them.

    An older one, of another scope, cannot say what only the present one calls for, and nobody may rewrite it.
    """
    every = assessments(record)
    newest = every[-1].root.text("scope_digest") if every else ""
    return [entry for entry in every if entry.root.text("scope_digest") in ("", newest) or not newest]


def risks_above_appetite(root: Node, context: Context) -> Iterator[Node]:
    """The risks of an assessment that the firm does not bear without a control."""
    order = list(LEVELS)
    appetite = context.firm.text("risk.appetite") or order[0]
    for risk in root.find("risks[]"):
        level = risk.text("level")
        if level in order and order.index(level) > order.index(appetite):
            yield risk
