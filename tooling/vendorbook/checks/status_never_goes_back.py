"""An engagement goes on from status to status; what was in force is never a draft again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from vendorbook.history import ChangedEngagement
from vendorbook.model import Violation
from vendorbook.register import Context

_ONWARD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "draft": ("draft", "selecting", "active", "ending", "ended"),
        "selecting": ("selecting", "active", "ending", "ended"),
        "active": ("active", "ending", "ended"),
        "ending": ("ending", "active", "ended"),  # a notice may be withdrawn
        "ended": ("ended",),
    }
)


def status_never_goes_back(record: ChangedEngagement, _params: None, _context: Context) -> Iterator[Violation]:
    """A draft is judged by nothing: to become one again would be a way out of every rule."""
    before = record.status_before
    if record.root_after is None or before not in _ONWARD:
        return
    after = record.root_after.text("status")
    if after not in _ONWARD[before]:
        yield Violation(record.root_after.nearest("status"), {"before": before, "after": after or "–"})
