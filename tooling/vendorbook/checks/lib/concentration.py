"""What concentration is measured by, the firm's threshold for it, and how a figure is said."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Node, Text
from vendorbook.register import Context, Supplier

BASES = {
    "engagements": Text("委外案件數", "number of engagements"),
    "core-systems": Text("核心系統數", "number of core systems"),
    "annual-spend": Text("年度費用", "annual spend"),
}


def threshold(firm: Node, basis: str) -> Node | None:
    """The most, in percent, that the firm's profile lets one supplier group have."""
    stated = firm.at(f"concentration.thresholds.{basis.replace('-', '_')}")
    return stated if stated is not None and isinstance(stated.value, int | float) else None


def is_above(percent: float, limit: Node) -> bool:
    """Whether a share is above a threshold, both to one decimal, as they are shown."""
    return isinstance(limit.value, int | float) and round(percent, 1) > limit.value


def shown(percent: float) -> str:
    """To one decimal, as figures are compared; a whole one without."""
    return f"{round(percent, 1):g}"


def exceeded(record: Supplier, context: Context) -> Iterator[tuple[str, Node, float]]:
    """By which measures the group is above the firm's threshold, each with the threshold and the share.

    A spend that cannot be told is for `annual-cost-can-be-counted` to find.
    """
    for basis in BASES:
        limit = threshold(context.firm, basis)
        if limit is not None:
            share = context.register.share(record.group, basis, context.as_of)
            if share is not None and is_above(share, limit):
                yield basis, limit, share
