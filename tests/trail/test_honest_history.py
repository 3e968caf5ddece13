"""A history of honest merges of every kind gives no false alarm, however it is judged, and all ways agree."""

from __future__ import annotations

import pytest

from tests.helpers.honest import honest_history
from tests.helpers.repos import Repo
from vendorbook import git
from vendorbook.gate import judge_change, proposed
from vendorbook.gate.others import own_rules
from vendorbook.judging import Kept
from vendorbook.repository.past import Past
from vendorbook.trail import side_by_side
from vendorbook.trail.judged import Judged, from_data, to_data
from vendorbook.trail.judging import Judge
from vendorbook.trail.opening import Trail
from vendorbook.trail.replay import Replayer
from vendorbook.trail.steps import Step
from vendorbook.trail.verdict import TrailVerdict
from vendorbook.trail.verifying import Asked, verify

MERGES = 200
SAMPLE = 12
"""Merges that are judged by the gate too: as it would have, reading all anew."""


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Repo:
    return honest_history(tmp_path_factory.mktemp("honest") / "register", example_files, MERGES).done()


@pytest.fixture(scope="module")
def verdict(repo: Repo) -> TrailVerdict:
    return verify(Trail(repo.path, "HEAD", None), Asked())


@pytest.fixture(scope="module")
def steps(repo: Repo) -> list[Step]:
    return Trail(repo.path, "HEAD", None).line.steps(range(1, MERGES + 1), "")


def test_nothing_is_found(verdict: TrailVerdict) -> None:
    assert [each.message.en for each in verdict.findings] == []
    assert verdict.levels == {"none": 0, "T1": MERGES, "T2": 0, "T3": 0, "T4": 0}
    assert verdict.status == 0


def test_every_kind_of_merge_is_among_them(verdict: TrailVerdict, steps: list[Step]) -> None:
    assert {step.is_ahead for step in steps} == {True, False}
    assert {len(step.commits) for step in steps} >= {1, 2}
    assert any(step.rules_after for step in verdict.steps)
    assert any(each.scope_before != each.scope_after for step in verdict.steps for each in step.engagements)
    assert any(not each.scope_before for step in verdict.steps for each in step.engagements)


def test_one_process_finds_what_several_do(repo: Repo, verdict: TrailVerdict, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "_cores", lambda: 1)

    assert verify(Trail(repo.path, "HEAD", None), Asked()) == verdict


def test_what_is_kept_says_the_same(repo: Repo, verdict: TrailVerdict, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept(str(repo.path))
    assert verify(Trail(repo.path, "HEAD~3", kept), Asked()).steps == verdict.steps[:-3]
    judged: list[str] = []
    one = Judge._one

    def noted(judge: Judge, step: Step, not_clean: tuple[str, ...]) -> Judged:
        judged.append(step.id)
        return one(judge, step, not_clean)

    monkeypatch.setattr(Judge, "_one", noted)

    assert verify(Trail(repo.path, "HEAD", kept), Asked()) == verdict
    assert judged == [each.commit for each in verdict.steps[-3:]]


def test_a_step_can_be_kept_and_had_again(verdict: TrailVerdict) -> None:
    assert [from_data(to_data(each)) for each in verdict.steps] == list(verdict.steps)


@pytest.mark.parametrize("place", range(1, MERGES + 1, MERGES // SAMPLE))
def test_a_replay_is_what_the_gate_would_have_said(repo: Repo, steps: list[Step], place: int) -> None:
    step = steps[place - 1]
    proposal = proposed(repo.path, step.base, step.head or "")
    by_gate = judge_change(proposal, own_rules(proposal.before), step.day, mass=True)
    replayer = Replayer(Past(repo.path, ""), "")

    assert proposal.tree == step.commit.tree
    assert replayer.verdict(step, mass=None)._replace(new_rules=None) == by_gate._replace(new_rules=None)


def test_the_graph_is_what_git_says(repo: Repo, steps: list[Step]) -> None:
    for step in steps[:: MERGES // SAMPLE]:
        assert {each.id for each in step.commits} == {
            each.id for each in git.commits_between(repo.path, step.base, step.head or "")
        }
        assert step.is_ahead == git.is_ancestor(repo.path, step.base, step.head or "")
        assert list(step.files) == git.changed_files(repo.path, step.base, step.id)
