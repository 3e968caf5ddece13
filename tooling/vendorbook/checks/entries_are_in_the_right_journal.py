"""A journal holds the kinds of entries that are looked for in it; others would be kept there unseen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.model import Violation
from vendorbook.register import Context, Engagement, Supplier


class Params(NamedTuple):
    kinds: tuple[str, ...]


def entries_are_in_the_right_journal(
    record: Engagement | Supplier, params: Params, _context: Context
) -> Iterator[Violation]:
    for entry in record.journal:
        if entry.kind not in params.kinds:
            yield Violation(entry.root.nearest("kind"), {"kind": entry.kind})
