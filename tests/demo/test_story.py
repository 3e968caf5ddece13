"""The story hangs together, and every merge of it is one that the gate would let in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.demo.conftest import Built
from vendorbook import git, repository
from vendorbook.demo import story
from vendorbook.demo.material import packaged_material
from vendorbook.demo.passages import Passage
from vendorbook.demo.records import Records
from vendorbook.gate import judge_change, proposed
from vendorbook.judging import Rules

STEPS = story.steps()
EVERY = 9
"""The gate looks at each so-manieth merge here; the trail at all of them, by the same rules (test_variants)."""


def test_branches_are_named_once() -> None:
    assert len({step.branch for step in STEPS}) == len(STEPS)


def test_nobody_reviews_their_own() -> None:
    assert [step.branch for step in STEPS if step.by in step.reviewed_by or len(set(step.reviewed_by)) < 2] == []


def test_it_is_told_in_the_order_of_time_on_working_days() -> None:
    assert [step.at for step in STEPS] == sorted({step.at for step in STEPS})
    assert [step.branch for step in STEPS if step.at.weekday() > 4] == []


@pytest.mark.parametrize("passage", list(story.passages()), ids=lambda each: f"{each.file}-{each.before}")
def test_every_passage_stands_where_it_is_put_back(passage: Passage) -> None:
    records = Records({**packaged_material().example, **story.documents()}, story.passages())
    part = passage.file if passage.file.startswith("policies/") else passage.file.split("/", 1)[1].rpartition("/")[0]
    before, after = (
        records.as_of(part, day)[passage.file].decode() for day in (passage.before - timedelta(days=1), passage.before)
    )
    assert passage.then in before
    assert passage.now in after


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1, EVERY))
def test_the_gate_lets_it_in(built: Built, number: int) -> None:
    root = built(None)
    line = git.first_parents(root, git.resolve(root, "main"))[::-1]
    [merge] = git.read_commits(root, [line[number]])
    proposal = proposed(root, *merge.parents)
    rules = Rules(repository.rules_of(proposal.before))
    verdict = judge_change(proposal, rules, STEPS[number - 1].at.date())
    assert proposal.tree == merge.tree
    assert [(each.policy, each.message.en) for each in verdict.introduced if each.severity == "error"] == []
    assert verdict.tracebacks == ()
