"""What the figures were hoped to be: told beside them, and never a reason to fail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.bench.contender import Result

_MEMORY = 200
"""MiB that a check may hold."""


@dataclass(frozen=True, slots=True)
class Aim:
    """One contender is so many times as fast as another, or (`at_most`) takes at most so many times as long."""

    ours: str
    other: str
    times: float
    at_most: bool = False

    def told(self, results: Mapping[str, Result]) -> str:
        ours, other = results[self.ours].wall, results[self.other].wall
        ratio, wanted = (ours / other, "at most") if self.at_most else (other / ours, "at least")
        is_met = ratio <= self.times if self.at_most else ratio >= self.times
        compared = "of the time of" if self.at_most else "as fast as"
        return f"{_met(is_met)} {self.ours}: {ratio:.1f}× {compared} {self.other} ({wanted} {self.times:g}×)"


AIMS = (
    Aim("vendorbook/cold", "check-jsonschema/all", 25),
    Aim("vendorbook/cold", "check-jsonschema+c/all", 10),
    Aim("vendorbook/cold", "ajv/all", 1),
    Aim("vendorbook/cold", "sourcemeta/all", 1),
    Aim("vendorbook/cold", "sourcemeta --fast/all", 1),
    Aim("vendorbook/cold", "floor", 6, at_most=True),
    Aim("vendorbook/warm", "check-jsonschema/all", 200),
    Aim("vendorbook/changed-record", "check-jsonschema/record", 3),
    Aim("vendorbook/changed-entry", "check-jsonschema/entry", 3),
)


WITHIN = {
    "vendorbook/gate-record": 1.0,
    "vendorbook/trail-cold": 60.0,
    "vendorbook/trail-warm": 2.0,
}
"""Seconds that somebody may be kept waiting."""


def told(results: Mapping[str, Result]) -> Iterator[str]:
    """One line for each aim of which anything was measured."""
    measured = {name: result for name, result in results.items() if not result.failure}
    for aim in AIMS:
        if aim.ours in measured and aim.other in measured:
            yield aim.told(measured)
        elif aim.ours in measured or aim.other in measured:
            yield f"unknown {aim.ours} against {aim.other}: not both were measured"
    for name, seconds in WITHIN.items():
        if name in measured:
            wall = measured[name].wall
            yield f"{_met(wall < seconds)} {name}: {wall:.2f} s (under {seconds:g} s)"
    for name in ("vendorbook/cold", "vendorbook/warm", "vendorbook/changed-record", "vendorbook/staged"):
        if name in measured:
            peak = measured[name].peak
            yield f"{_met(peak < _MEMORY)} {name}: {peak:.0f} MiB (under {_MEMORY} MiB)"


def _met(is_met: bool) -> str:
    return "met    " if is_met else "missed "
