"""Every policy's own examples, and what every control file owes its readers."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.conftest import ROOT
from vendorbook import repository
from vendorbook.gate.examples import outcomes
from vendorbook.judging import Rules
from vendorbook.judging.examples import MARK, Outcome, examples, said
from vendorbook.model import Policy

BOOK = Rules(repository.rules_of(repository.WorkTree(ROOT))).book
POLICIES = [policy for policy in BOOK.policies.values() if policy.check]
OUTCOMES = [outcome for policy in POLICIES for outcome in outcomes(policy)]


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: f"{outcome.policy}: {outcome.example.name}")
def test_a_policy_finds_exactly_the_marked_lines(outcome: Outcome) -> None:
    assert outcome.holds, said(outcome).en


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
def test_a_policy_shows_passing_and_failing_examples(policy: Policy) -> None:
    shown = Counter(example.name.split(":")[0] for example in examples(policy))

    assert shown["pass"]
    assert shown["fail"]


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
def test_every_failing_example_marks_a_line_and_no_passing_one_does(policy: Policy) -> None:
    for example in examples(policy):
        is_marked = any(MARK in text for text in example.files.values())
        assert is_marked == example.name.startswith("fail"), example.name


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
def test_every_case_is_hit_by_an_example_and_every_hit_has_words(policy: Policy) -> None:
    hit = {case for outcome in OUTCOMES if outcome.policy == policy.id for case in outcome.cases}
    plain = {""} if policy.message.zh_tw else set()

    assert hit == set(policy.cases) | plain


@pytest.mark.parametrize("policy", BOOK.policies.values(), ids=lambda policy: policy.id)
def test_every_policy_speaks_both_languages(policy: Policy) -> None:
    texts = [policy.title, policy.why, policy.fix, *policy.cases.values(), *policy.related.values()]

    assert all(text.zh_tw and text.en for text in texts)


def test_there_are_policies() -> None:
    assert len(POLICIES) > 20
