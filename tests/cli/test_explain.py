"""`explain` tells a policy or an obligation, offline, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran
from vendorbook.judging import Rules

Run = Callable[..., Ran]


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
def test_every_policy_and_obligation_is_explained(lang: str, rules: Rules, register: object, vendorbook: Run) -> None:
    """A sample of them, one of every folder and article."""
    policies = {each.path.rsplit("/", 1)[0]: each for each in rules.book.policies.values()}
    for policy in policies.values():
        ran = vendorbook("explain", policy.id, "--lang", lang)
        assert (ran.status, ran.err) == (0, "")
        for said in (policy.id, policy.title.in_(lang), policy.path, policy.check or "–"):
            assert said in ran.out
        assert policy.why.in_(lang).split()[0] in ran.out
        assert policy.fix.in_(lang).split()[0] in ran.out
    obligations = {each.id.split(".")[0]: each for each in rules.book.obligations.values()}
    for obligation in obligations.values():
        ran = vendorbook("explain", obligation.id, "--lang", lang)
        assert (ran.status, ran.err) == (0, "")
        for said in (obligation.id, obligation.ref, obligation.title.in_(lang), obligation.when.in_(lang)):
            assert said in ran.out


def test_a_policy_shows_its_obligation_and_an_example_of_each_kind(register: object, vendorbook: Run) -> None:
    out = vendorbook("explain", "access-reviewed-every-half-year", "--lang", "en").out
    assert "A5.4 第五條第四項" in out
    assert "an example that holds: " in out
    assert "an example that fails" in out
    assert "# <- finding" in out


def test_an_obligation_lists_its_policies(rules: Rules, register: object, vendorbook: Run) -> None:
    about = [each.id for each in rules.book.policies.values() if "A5.4" in each.obligations]
    out = vendorbook("explain", "a5.4").out
    assert about
    assert all(policy in out for policy in about)


def test_an_obligation_without_a_policy_says_so(rules: Rules, register: object, vendorbook: Run) -> None:
    covered = {name for each in rules.book.policies.values() for name in each.obligations}
    uncovered = [name for name in rules.book.obligations if name not in covered]
    for name in uncovered[:1]:
        assert "(no policy yet)" in vendorbook("explain", name, "--lang", "en").out


MEANT = {
    "access-reviewed-every-half-yaer": "access-reviewed-every-half-year",
    "accessreviewedeveryhalfyear": "access-reviewed-every-half-year",
    "A5.44": "A5.4",
    "initial-assessment": "initial-assessment-exists",
}


@pytest.mark.parametrize("asked", MEANT)
def test_what_was_probably_meant(asked: str, register: object, vendorbook: Run) -> None:
    ran = vendorbook("explain", asked)
    assert (ran.status, ran.out) == (2, "")
    assert f"did you mean: {MEANT[asked]}" in ran.err


def test_nothing_is_guessed_where_nothing_is_near(register: object, vendorbook: Run) -> None:
    ran = vendorbook("explain", "zzzzzz")
    assert ran.status == 2
    assert "did you mean" not in ran.err


def test_what_a_finding_says_to_ask_can_be_asked(example_root: Path, vendorbook: Run) -> None:
    out = vendorbook("check", "--as-of", "2027-03-15", "--format", "text").out
    asked = {line.split("vendorbook ")[1] for line in out.splitlines() if "：vendorbook explain " in line}
    assert len(asked) > 2
    for command in asked:
        assert vendorbook(*command.split()).status == 0
