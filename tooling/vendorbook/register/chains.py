"""Subcontractor chains: whom an engagement leans on besides the supplier that the firm has chosen."""

from datetime import date
from typing import NamedTuple

from vendorbook.model import Node
from vendorbook.register.engagement import Engagement


class Link(NamedTuple):
    """One subcontractor of an engagement, `rank` steps down the chain, for as long as it serves.

    The same id names the same firm wherever it stands, a supplier of our own too.
    """

    engagement: str
    subcontractor: str
    name: str
    rank: int | None
    starts_on: date | None
    ends_on: date | None

    def in_force(self, on: date) -> bool:
        """Both days counted; from the beginning, or until the end, of the engagement where it states none."""
        return (self.starts_on is None or self.starts_on <= on) and (self.ends_on is None or on <= self.ends_on)


def links(engagement: Engagement) -> list[Link]:
    return [_link(engagement.id, node) for node in engagement.root.find("scope.subcontractors[]")]


def _link(engagement: str, node: Node) -> Link:
    rank = node.plain("rank")
    return Link(
        engagement=engagement,
        subcontractor=node.text("id"),
        name=node.text("name"),
        rank=rank if isinstance(rank, int) else None,
        starts_on=node.date("starts_on"),
        ends_on=node.date("ends_on"),
    )
