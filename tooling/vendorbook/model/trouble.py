"""The two ways in which a run can fail to judge.

CannotJudge   the run is at fault: asked wrongly, or unable to look (exit status 2)
Unreadable    a file is at fault: it becomes findings of `record-is-readable` (exit status 1)
"""

from __future__ import annotations

from collections.abc import Sequence

from vendorbook.model.finding import Place
from vendorbook.model.node import Location
from vendorbook.model.text import Text


class CannotJudge(Exception):
    """Why this run cannot come to a verdict, and where, if a file says so; `places` are all the reasons found."""

    def __init__(self, message: Text, location: Location | None = None, places: Sequence[Place] = ()) -> None:
        super().__init__(message.en)
        self.message = message
        self.location = location
        self.places = tuple(places)

    def __reduce__(self) -> tuple[type[CannotJudge], tuple[object, ...]]:
        """So that it can be told from one process to another."""
        return CannotJudge, (self.message, self.location, self.places)


class Unreadable(Exception):
    """Every reason why a file was refused, each with its place; never empty."""

    def __init__(self, refusals: Sequence[Place]) -> None:
        super().__init__(refusals[0].message.en)
        self.refusals = tuple(refusals)
