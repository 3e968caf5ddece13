"""An entry of the journal tells what has happened: it is not dated after the day on which it is merged."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.history import ADDED, Change
from vendorbook.model import Violation, as_date
from vendorbook.register import Context

_DAY = len("2026-01-01")


def added_entry_is_not_dated_ahead(change: Change, _params: None, context: Context) -> Iterator[Violation]:
    """By its file's name, with which its date agrees: until that day it would not exist, and then unread by anybody."""
    for file in change.files:
        day = as_date(file.name[:_DAY])
        is_entry = file.folder == "journal" and file.status == ADDED
        if is_entry and day is not None and day > context.as_of:
            yield Violation(file.node, {"date": day})
