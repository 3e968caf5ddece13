"""What concentration is measured by, and how a figure is said."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Node, Text
from vendorbook.register import Context, Supplier

BASES = {
    "engagements": Text("委外案件數", "number of engagements"),
    "core-systems": Text("核心系統數", "number of core systems"),
    "annual-spend": Text("年度費用", "annual spend"),
}


def shown(percent: float) -> str:
    """To one decimal, as figures are compared; a whole one without."""
    return f"{round(percent, 1):g}"


def exceeded(record: Supplier, context: Context) -> Iterator[tuple[str, Node]]:
    """By which measures the group is above the firm's threshold, each with the threshold."""
    for basis in BASES:
        threshold = context.firm.at(f"concentration.thresholds.{basis.replace('-', '_')}")
        if threshold is not None and isinstance(threshold.value, int | float):
            share = context.register.share(record.group, basis, context.as_of)
            if round(share, 1) > threshold.value:
                yield basis, threshold
