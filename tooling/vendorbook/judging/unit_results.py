"""What was found in a unit, as data that can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from vendorbook.judging.facts_data import Facts


class UnitResult(NamedTuple):
    """A unit's results.

    `unit` is the digest of its files; `facts` what it adds to the whole. `first` and `second` are the findings of
    the two stages as data, the second for the whole register of which `whole` is the digest.
    """

    unit: str
    facts: Facts
    unjudged: list[str]
    first: list[dict[str, Any]]
    second: list[dict[str, Any]]
    whole: str


def from_kept(data: object) -> dict[str, UnitResult]:
    """Results by supplier, from what was kept; none where it is not as expected."""
    try:
        return {name: UnitResult(*each) for name, each in data.items()} if isinstance(data, dict) else {}
    except TypeError:
        return {}


def to_keep(results: Mapping[str, UnitResult]) -> dict[str, object]:
    """Results by supplier in JSON's types."""
    return {
        name: (each.unit, each.facts, each.unjudged, each.first, each.second, each.whole)
        for name, each in results.items()
    }
