"""A name that an engagement or a supplier had once is never another's."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.history import Change
from vendorbook.model import Violation
from vendorbook.register import Context


def id_is_never_reused(change: Change, _params: None, _context: Context) -> Iterator[Violation]:
    """What the history knows under a name would be read as this one's."""
    for file in change.files:
        if file.path in change.ids_before:
            yield Violation(file.node, {"record": file.record, "id": file.record.rpartition("/")[2]})
