"""Whatever an example finds can be said: each name in a message has a value, each related place a text."""

from __future__ import annotations

import re

import pytest
from tests.conftest import ROOT

from vendorbook import repository
from vendorbook.gate.examples import items
from vendorbook.judging import Rules
from vendorbook.judging.examples import examples
from vendorbook.judging.findings import finding
from vendorbook.model import Finding, Item, Policy

BOOK = Rules(repository.rules_of(repository.WorkTree(ROOT))).book
POLICIES = [policy for policy in BOOK.policies.values() if policy.check]
LEFT_OPEN = re.compile(r"\{|\}|None|Text\(|Node|datetime")


def found_by(policy: Policy) -> list[Item]:
    return [item for example in examples(policy) for item in items(policy, example)]


def said(policy: Policy) -> list[Finding]:
    return [finding(item, policy, "sample-supplier/sample", BOOK) for item in found_by(policy)]


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
def test_every_message_fills(policy: Policy) -> None:
    found = said(policy)
    texts = [text for each in found for text in (each.message, each.fix)]
    texts += [place.message for each in found for place in each.related]

    assert found
    assert all(text.zh_tw and text.en for text in texts)
    assert not [text for text in texts if LEFT_OPEN.search(text.zh_tw + text.en)]


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
def test_every_value_of_a_message_says_something(policy: Policy) -> None:
    values = [value for item in found_by(policy) for value in item.values.values()]

    assert [value for value in values if not str(value).strip()] == []


@pytest.mark.parametrize("policy", [each for each in POLICIES if each.related], ids=lambda policy: policy.id)
def test_every_related_text_is_said_somewhere(policy: Policy) -> None:
    shown = {place.message for each in said(policy) for place in each.related}

    assert len(shown) >= len(policy.related)
