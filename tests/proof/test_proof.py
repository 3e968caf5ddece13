"""Each obligation, broken alone in at least two ways, is found: at the right place, and nothing else with it."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from tests.proof.__main__ import said
from tests.proof.breakage import Breakage
from tests.proof.engine import Bench, edited
from tests.proof.table import BREAKAGES
from vendorbook.judging import Rules, judge
from vendorbook.repository import Memory


@pytest.fixture(scope="module")
def bench(example_files: dict[str, bytes], rules: Rules) -> Bench:
    return Bench(example_files, rules)


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.name)
def test_a_breakage_is_found_where_it_is_and_nothing_else_is(bench: Bench, breakage: Breakage) -> None:
    tried = bench.try_(breakage)

    assert tried.wanted
    assert tried.holds, said(tried)


def test_every_obligation_is_broken_in_two_ways_of_different_kinds(rules: Rules) -> None:
    kinds = defaultdict(set)
    for breakage in BREAKAGES:
        kinds[breakage.obligation].add(breakage.kind)

    assert [name for name in rules.book.obligations if len(kinds[name]) < 2] == []
    assert kinds.keys() == rules.book.obligations.keys()


def test_no_breakage_is_there_twice() -> None:
    assert [edits for edits, times in Counter(breakage.edits for breakage in BREAKAGES).items() if times > 1] == []


@pytest.mark.parametrize("breakage", BREAKAGES[::40], ids=lambda breakage: breakage.name)
def test_judging_only_what_an_edit_can_change_comes_to_the_same_as_check(
    bench: Bench, example_files: dict[str, bytes], rules: Rules, breakage: Breakage
) -> None:
    files = edited(example_files, breakage.edits)
    suppliers = {edit.file.split("/")[0] for edit in breakage.edits}

    again = bench.of_day(breakage.on).again(files, suppliers)

    assert again == list(judge(Memory(files), rules, breakage.on).findings)
