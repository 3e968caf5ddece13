"""Whoever writes a change to a record is somebody whom people.yaml knows."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.history import Change
from vendorbook.model import Violation
from vendorbook.register import Context


def authors_are_known(change: Change, _params: None, _context: Context) -> Iterator[Violation]:
    """By their addresses in commits, one finding each; an address leaves the firm in no message."""
    record = next((file for file in change.files if file.is_record), None)
    unknown = {commit.email.casefold(): commit.commit for commit in change.commits if commit.person is None}
    if record is not None:
        for commit in unknown.values():
            yield Violation(record.node, {"commit": commit[:12]})
