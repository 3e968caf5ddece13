"""Which commits are to be recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.merging import ORDERS, History
from vendorbook.model import CannotJudge
from vendorbook.trail.recording import branch_tip, missing, start_of_trail


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "register")


def test_the_first_parent_line_oldest_first(history: History) -> None:
    root, place = history.repo.path, f"{ORDERS}/engagement.yaml"
    landed = [
        history.merge({place: "1"}, {place: "2"}).commit,
        history.push({place: "3"}),
        history.squash({place: "4"}).commit,
    ]
    tip = branch_tip(root, "main")
    assert missing(root, tip, None, ()) == landed
    assert missing(root, tip, landed[0], ()) == landed[1:]
    assert missing(root, tip, None, {landed[1]}) == [landed[0], landed[2]]
    assert missing(root, tip, tip, ()) == []


def test_a_start_beside_the_line(history: History) -> None:
    merged = history.merge({f"{ORDERS}/engagement.yaml": "1"})
    with pytest.raises(CannotJudge, match="not on the branch's first-parent line"):
        missing(history.repo.path, merged.commit, merged.head, ())


def test_the_branch_here_or_as_it_was_fetched(history: History, tmp_path: Path) -> None:
    clone = history.repo.clone(tmp_path / "clone")
    clone.git("checkout", "--quiet", "--detach")
    clone.git("branch", "--quiet", "-D", "main")
    assert branch_tip(clone.path, "main") == history.root
    with pytest.raises(CannotJudge, match="no branch other"):
        branch_tip(clone.path, "other")


def test_a_shallow_clone(history: History, tmp_path: Path) -> None:
    history.push({f"{ORDERS}/engagement.yaml": "1"})
    clone = history.repo.clone(tmp_path / "clone", "--depth=1")
    with pytest.raises(CannotJudge, match="unshallow"):
        branch_tip(clone.path, "main")


def test_the_start_that_the_firm_has_set(history: History) -> None:
    root = history.repo.path
    assert start_of_trail(root, history.root) is None
    assert start_of_trail(root, history.push({"policies/trail.yaml": "required_check: {name: gate}\n"})) is None
    assert start_of_trail(root, history.push({"policies/trail.yaml": f'start: "{history.root}"\n'})) == history.root


@pytest.mark.parametrize(
    "text", ["start: main\n", "start: [1]\n", 'start: "--all"\n', f'start: "{"d" * 40}"\n', "start: *x\n", "\xff"]
)
def test_a_start_that_is_none(text: str, history: History) -> None:
    tip = history.push({"policies/trail.yaml": text.encode("latin-1")})
    with pytest.raises(CannotJudge):
        start_of_trail(history.repo.path, tip)
