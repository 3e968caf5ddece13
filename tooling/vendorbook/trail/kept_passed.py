"""What passed under rules that were loosened for a while, from what was kept of it, else worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from vendorbook.model import Finding
from vendorbook.model.finding_data import from_data, to_data
from vendorbook.repository.past import Past
from vendorbook.trail.judged import Judged
from vendorbook.trail.kept_steps import tool
from vendorbook.trail.loosened import passed_meanwhile
from vendorbook.trail.opening import Trail
from vendorbook.trail.replay import Replayer


class PassedStep(NamedTuple):
    """A merge's finding that loosened rules let pass; the merges, and those that loosened and restored, by commit."""

    commit: str
    loosened_by: str
    restored_by: str
    finding: Finding


def passed_steps(trail: Trail, steps: Sequence[Judged]) -> list[PassedStep]:
    """All of them in a stretch of the trail: it takes two changes of the rules at least for there to be any."""
    changing = [step.commit for step in steps if step.rules_after]
    if len(changing) < 2:
        return []
    name = f"loosened {trail.prefix} {tool()} {changing[0]} {changing[-1]}"
    known = _from_kept(trail.kept.load(name)) if trail.kept else None
    if known is None:
        known = list(_worked_out(trail, changing))
        if trail.kept:
            trail.kept.save(name, [[*each[:3], to_data(each.finding)] for each in known])
    return known


def _worked_out(trail: Trail, changing: Sequence[str]) -> Iterator[PassedStep]:
    places = [trail.line.places[commit] for commit in changing]
    steps = trail.line.steps(range(places[0], places[-1] + 1), trail.prefix)
    replayer = Replayer(Past(trail.root, trail.prefix), trail.prefix)
    for each in passed_meanwhile(steps, [place - places[0] for place in places], replayer):
        yield PassedStep(each.step.id, each.loosened_by.id, each.restored_by.id, each.finding)


def _from_kept(data: Any) -> list[PassedStep] | None:
    try:
        return [PassedStep(step, loosened, restored, from_data(found)) for step, loosened, restored, found in data]
    except (TypeError, ValueError, KeyError, IndexError):
        return None
