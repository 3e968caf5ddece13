"""What can kill a mutant: the examples of policies, the unit tests of the checks, and the breakages of the proof."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol

from tests.checks.test_every_message_fills import (
    test_every_message_fills,
    test_every_related_text_is_said_somewhere,
    test_every_value_of_a_message_says_something,
)
from tests.checks.test_what_examples_yield import YIELDED, test_examples_yield_the_same_as_ever
from tests.conftest import AS_OF, ROOT
from tests.proof.breakage import Breakage
from tests.proof.engine import Bench
from tests.proof.table import BREAKAGES
from tests.test_policies import BOOK, POLICIES
from vendorbook import repository
from vendorbook.gate.examples import outcomes
from vendorbook.judging import Rules
from vendorbook.model import Policy
from vendorbook.repository import Memory

CHECKS = str(ROOT / "tooling" / "vendorbook" / "checks")
Function = tuple[str, str]


class Killer(NamedTuple):
    """Something that fails (or raises) where a mutant is wrong, and the functions that it runs through."""

    name: str
    passes: Callable[[], bool]
    runs: frozenset[Function]


def killers(items: list[pytest.Item]) -> list[Killer]:
    """All of them, the most telling first; each is run once to see that it passes, and what it runs through."""
    found = [_watched(policy.id, lambda policy=policy: examples_hold(policy)) for policy in POLICIES]
    found += [_watched(item.nodeid, lambda item=item: item_passes(item)) for item in items]
    found.append(_watched("the register", lambda: bench().of_day(AS_OF).is_as_it_was()))
    return found + [_narrowed(breakage) for breakage in BREAKAGES]


def _narrowed(breakage: Breakage) -> Killer:
    """A breakage is asked about the checks that must find it, and about what checks share: all others run as well."""
    files = {f"vendorbook/checks/{BOOK.policies[each.policy].check}.py" for each in (*breakage.found, *breakage.also)}
    killer = _watched(f"proof {breakage.name}", lambda: bench().try_(breakage).holds)
    runs = {each for each in killer.runs if each[0] in files or "/lib/" in each[0]}
    return killer._replace(runs=frozenset(runs))


def examples_hold(policy: Policy) -> bool:
    """As test_policies and test_every_message_fills have it, without the wait for pytest."""
    found = list(outcomes(policy))
    hit = {case for outcome in found for case in outcome.cases}
    plain = {""} if policy.message.zh_tw else set()
    if not all(outcome.holds for outcome in found) or hit != set(policy.cases) | plain:
        return False
    test_every_message_fills(policy)
    test_every_value_of_a_message_says_something(policy)
    if policy.id in YIELDED:
        test_examples_yield_the_same_as_ever(policy)
    if policy.related:
        test_every_related_text_is_said_somewhere(policy)
    return True


def item_passes(item: pytest.Item) -> bool:
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


_BENCH: list[Bench] = []


def bench() -> Bench:
    if not _BENCH:
        tree = repository.WorkTree(ROOT)
        files = {path: tree.read(path) for path in tree.files()}
        _BENCH.append(Bench(files, Rules(repository.rules_of(Memory(files)))))
    return _BENCH[0]


def _watched(name: str, passes: Callable[[], bool]) -> Killer:
    with _watching() as runs:
        passed = passes()
    if not passed:
        raise SystemExit(f"{name} fails without any mutant")
    return Killer(name, passes, frozenset(runs))


@contextmanager
def _watching() -> Iterator[set[Function]]:
    """The functions of the checks that are called meanwhile, each by its file and its name within it."""
    seen: set[Function] = set()

    def watch(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(CHECKS):
            file = Path(frame.f_code.co_filename).relative_to(ROOT / "tooling").as_posix()
            seen.add((file, frame.f_code.co_qualname.partition(".<locals>")[0]))

    sys.setprofile(watch)
    try:
        yield seen
    finally:
        sys.setprofile(None)
