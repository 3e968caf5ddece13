"""What the trail says of the demonstration, and of each variant: what its file promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from vendorbook.demo import names, of_name
from vendorbook.model import CannotJudge
from vendorbook.trail.verdict import TrailVerdict

Verified = Callable[..., TrailVerdict]


class Said(NamedTuple):
    """Exit status, the policies found with the numbers of pull requests, and the merges that prove less than T3."""

    status: int
    found: set[tuple[str, int | None]]
    below: dict[int | None, int]


SAID = {
    "backdated": Said(1, {("scope-change-is-assessed-again", 100), ("scope-is-the-one-assessed", 100)}, {100: 0}),
    "direct-push": Said(1, {("changes-come-by-merge", None)}, {None: 0}),
    "evidence-rewritten": Said(1, {("history-is-never-rewritten", None)}, dict.fromkeys(range(1, 100), 2)),
    "evil-merge": Said(1, {("merges-are-clean", 99)}, {99: 0}),
    "forged": Said(0, set(), {92: 2}),
    "old-head": Said(0, set(), {87: 2}),
    "rewritten": Said(1, {("history-is-never-rewritten", None)}, dict.fromkeys(range(57, 100), 2)),
    "squashed": Said(1, {("changes-come-by-merge", 54)}, {54: 0}),
    "swapped": Said(1, {("evidence-only-grows", 100)}, {100: 0}),
    "unreviewed": Said(0, set(), {72: 2}),
    "weakened": Said(1, {("rules-are-not-loosened-for-a-while", 101)}, {}),
}


def test_every_variant_is_listed() -> None:
    assert sorted(SAID) == names()


def test_all_is_proved_of_the_story_as_it_is_told(verified: Verified) -> None:
    """Those who review sign since September 2024: since then the highest level is reached, before it the one below."""
    verdict = verified(None, 3)
    assert (verdict.status, verdict.findings) == (0, ())
    assert [step.number for step in verdict.steps if step.level < 4] == list(range(1, 21))
    assert [(found.signed_by, found.wrong) for found in verdict.checkpoints] == [("s-0106", ())] * 2


@pytest.mark.parametrize("name", SAID)
def test_the_trail_says_so(verified: Verified, name: str) -> None:
    verdict = verified(name)
    said = Said(
        verdict.status,
        {(found.policy, found.number) for found in verdict.findings},
        {step.number: step.level for step in verdict.steps if step.level < 3},
    )
    assert said == SAID[name]


@pytest.mark.parametrize("name", [name for name, said in SAID.items() if said.below])
def test_whoever_asks_for_approvals_is_told(verified: Verified, name: str) -> None:
    assert verified(name, 3).status == 1


@pytest.mark.parametrize("name", SAID)
def test_the_sentence_names_what_is_found(name: str) -> None:
    policies = {policy for policy, _ in SAID[name].found} - {"scope-is-the-one-assessed"}
    for text in (of_name(name).says.zh_tw, of_name(name).says.en):
        assert {policy for policy in policies if policy not in text} == set()


def test_changes_of_rules_are_seen_though_each_was_in_order(verified: Verified) -> None:
    changed = [step.number for step in verified("weakened").steps if step.rules_after]
    assert changed[-2:] == [100, 102]


@pytest.mark.parametrize("name", ["", "no-such", "../plain", "squashed.yaml"])
def test_an_unknown_variant_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(CannotJudge, match="evil-merge"):
        of_name(name)


@pytest.mark.parametrize("name", SAID)
def test_the_pages_say_what_its_file_says(name: str) -> None:
    about = of_name(name)
    for page, lang in (("demo.md", "zh-TW"), ("demo.en.md", "en")):
        row = f"| `--variant {name}` | {about.done.in_(lang)} | {about.says.in_(lang)} |\n"
        assert row in (ROOT / "docs" / page).read_text("utf-8")
