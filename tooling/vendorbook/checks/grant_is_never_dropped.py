"""A grant is closed, and stays on record (Article 5): nobody can tell of access that has vanished from it."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.history import ChangedEngagement
from vendorbook.model import Violation
from vendorbook.register import Context


def grant_is_never_dropped(record: ChangedEngagement, _params: None, _context: Context) -> Iterator[Violation]:
    """Grants go by their ids: a renumbered one is one that is gone."""
    if record.root_before is None or record.root_after is None:
        return
    left = {grant.text("id") for grant in record.root_after.find("access.grants[]")}
    for grant in record.root_before.find("access.grants[]"):
        if grant.text("id") not in left:
            yield Violation(record.root_after.nearest("access.grants"), {"grant": grant.text("id")})
