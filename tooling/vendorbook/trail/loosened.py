"""Rules that were loosened for a while: what passed under them is judged again by the rules that came back.

Each step is held to the rules of its own base, and so whoever loosens a rule, uses that, and puts it back breaks no
rule of its day. That a policy returned to what it was shows what it was meant to be all along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vendorbook.judging import Rules
from vendorbook.model import Finding, Policy
from vendorbook.trail.replay import Replayer
from vendorbook.trail.steps import Step

Sense = tuple[object, ...]


class Loosened(NamedTuple):
    """Policies that were other than before and after, from the step at `first` to that at `last`, which put them back.

    What came between is judged by the `rules` that the last one left.
    """

    policies: frozenset[str]
    first: int
    last: int
    rules: Rules


class Passed(NamedTuple):
    """A finding that a step would have brought but for loosened rules, and who loosened and restored them."""

    step: Step
    loosened_by: Step
    restored_by: Step
    finding: Finding


def passed_meanwhile(steps: Sequence[Step], changing: Sequence[int], replayer: Replayer) -> Iterator[Passed]:
    """All that passed only so. `steps` are a stretch of the line, `changing` the places in it that touch the rules."""
    for window in _windows(steps, changing, replayer):
        for step in steps[window.first + 1 : window.last]:
            for found in _passed(step, window, replayer):
                yield Passed(step, steps[window.first], steps[window.last], found)


def _passed(step: Step, window: Loosened, replayer: Replayer) -> Iterator[Finding]:
    known = {found.fingerprint for found in replayer.replay(step, mass=None).findings}
    for found in replayer.held_to(step, window.rules):
        if found.policy in window.policies and found.fingerprint not in known:
            yield found


def _windows(steps: Sequence[Step], changing: Sequence[int], replayer: Replayer) -> Iterator[Loosened]:
    """Where policies return to a sense that they had: from where they lost it."""
    lost: dict[tuple[str, Sense], int] = {}
    for place in changing:
        rules = replayer.rules_around(steps[place])
        before, after = (_senses(each) for each in rules)
        back: dict[int, set[str]] = {}
        for name in {name for name in {*before, *after} if before.get(name) != after.get(name)}:
            if name in before:
                lost[name, before[name]] = place
            if name in after and (name, after[name]) in lost:
                back.setdefault(lost.pop((name, after[name])), set()).add(name)
        if rules[1] is not None:
            yield from (Loosened(frozenset(names), first, place, rules[1]) for first, names in sorted(back.items()))


def _senses(rules: Rules | None) -> Mapping[str, Sense]:
    return {name: _sense(policy) for name, policy in rules.book.policies.items()} if rules else {}


def _sense(policy: Policy) -> Sense:
    """What a policy asks for, whatever words it has."""
    conditions = tuple(sorted(policy.applies_to.items()))
    return policy.check, repr(policy.params), policy.severity, policy.subject, conditions, policy.since
