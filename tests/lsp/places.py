"""Files of the example register that conversations are about, and findings that they lead to."""

from __future__ import annotations

RECORD = "vendors/kite-systems/order-routing/engagement.yaml"
SUPPLIER = "vendors/kite-systems/supplier.yaml"
ENTRY = "vendors/kite-systems/order-routing/journal/2026-11-20-correction.yaml"
WAIVER = "policies/waivers/soc-log-channel-certificates.yaml"
UNKNOWN = "references-resolve"
SHAPE, READABLE = "record-matches-schema", "record-is-readable"


def row_of(text: str, part: str) -> tuple[int, int]:
    """The row and the column (in UTF-16) at which a part of a text begins."""
    before = text[: text.index(part)]
    last = before.rpartition("\n")[2]
    return before.count("\n"), len(last.encode("utf-16-le")) // 2
