"""Opening the trail that a command was asked about."""

from __future__ import annotations

from vendorbook.cli.opening import top_of
from vendorbook.judging import Kept
from vendorbook.trail.opening import Trail


def opened_trail(root: str, tip: str, *, kept: bool = True) -> Trail:
    """The trail up to a revision; `kept` lets results of earlier runs be used. Raises CannotJudge."""
    top = top_of(root)
    return Trail(top, tip, Kept(str(top)) if kept else None)
