"""The journal holds a briefing of the supplier on the firm's security rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


@dataclass(frozen=True, slots=True)
class Params:
    """This check has no settings."""


def supplier_is_briefed(record: Engagement, _params: Params, _context: Context) -> Iterator[Violation]:
    if not record.entries("briefing"):
        yield Violation(record.root.nearest("access"))
