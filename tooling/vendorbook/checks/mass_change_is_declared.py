"""A change that touches many engagements says that it means to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.history import Change
from vendorbook.model import Violation
from vendorbook.register import Context


class Params(NamedTuple):
    """More than so many percent of all engagements, and at least so many of them."""

    percent: int
    at_least: int


def mass_change_is_declared(change: Change, params: Params, _context: Context) -> Iterator[Violation]:
    """Whoever judges is told by a flag; nobody can review a change of everything by reading it."""
    touched, known = len(change.engagements), change.engagements_before
    is_mass = touched >= params.at_least and touched * 100 > params.percent * known
    if is_mass and not change.mass:
        at = next(file.node for file in change.files if file.is_record)
        yield Violation(at, {"touched": touched, "known": known, "percent": params.percent})
