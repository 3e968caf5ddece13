"""What is in a record's journal, or among its evidence, stays as it was merged (append-only)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.history import ADDED, REMOVED, Change
from vendorbook.model import Violation
from vendorbook.register import Context


class Params(NamedTuple):
    """`journal` or `evidence`."""

    folder: str


def folder_only_grows(change: Change, params: Params, _context: Context) -> Iterator[Violation]:
    """Where the whole record goes, that is for the policies on its keeping to say."""
    gone = {file.record for name in ("engagement.yaml", "supplier.yaml") for file in change.removed(name)}
    for file in change.files:
        if file.folder == params.folder and file.status != ADDED and file.record not in gone:
            yield Violation(file.node, {"file": file.path}, "removed" if file.status == REMOVED else "")
