"""The candidate that the selection chose is the supplier whose engagement this is."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def selection_chose_this_supplier(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    selected = record.root.at("selection.result.selected")
    if selected is not None and selected.value != record.supplier.id:
        yield Violation(selected, {"selected": selected.value, "supplier": record.supplier.id})
