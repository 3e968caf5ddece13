"""What concentration is measured by, and how a figure is said."""

from __future__ import annotations

from vendorbook.model import Text

BASES = {
    "engagements": Text("委外案件數", "number of engagements"),
    "core-systems": Text("核心系統數", "number of core systems"),
    "annual-spend": Text("年度費用", "annual spend"),
}


def shown(percent: float) -> str:
    """To one decimal, as figures are compared; a whole one without."""
    return f"{round(percent, 1):g}"
