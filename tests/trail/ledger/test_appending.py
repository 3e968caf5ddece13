"""One more entry or none, whoever else is writing, and whatever ends the run."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.helpers.repos import Repo
from tests.trail.ledger.conftest import appended, entry
from vendorbook import git
from vendorbook.model import CannotJudge
from vendorbook.trail.ledger import Ledger, append, continued, read


def test_whoever_is_late_writes_nothing(repo: Repo, three: Ledger) -> None:
    longer = append(repo.path, three, entry(4))
    assert append(repo.path, three, entry(5)) is None
    assert read(repo.path) == longer
    assert append(repo.path, Ledger(), entry(5)) is None


def test_the_same_every_time(repo: Repo, three: Ledger, tmp_path: Path) -> None:
    other = Repo(tmp_path / "other")
    assert appended(other, Ledger(), entry(1), entry(2), entry(3)).tip == three.tip


def test_many_at_once(repo: Repo) -> None:
    def write(number: int) -> None:
        while append(repo.path, read(repo.path), entry(number)) is None:
            pass

    threads = [threading.Thread(target=write, args=(number,)) for number in range(1, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    found = read(repo.path)
    assert (len(found.entries), found.faults) == (6, ())


def test_a_run_that_ends_before_the_branch_moves(repo: Repo, three: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(git, "move_ref", stop)
        with pytest.raises(KeyboardInterrupt):
            append(repo.path, three, entry(4))
    assert read(repo.path) == three
    assert len(appended(repo, three, entry(4)).entries) == 4


def test_an_entry_that_is_not_one_is_a_message(repo: Repo) -> None:
    with pytest.raises(CannotJudge, match="/tool"):
        append(repo.path, Ledger(), entry(1)._replace(tool="a b"))


def test_the_local_branch_catches_up(repo: Repo, three: Ledger, tmp_path: Path) -> None:
    clone = repo.clone(tmp_path / "clone")
    clone.git("branch", "evidence", "origin/evidence~2")
    assert continued(clone.path) == three
    assert clone.git("rev-parse", "evidence") == three.tip
    ahead = appended(clone, three, entry(4))
    assert continued(clone.path) == ahead


def test_a_fetched_branch_becomes_a_local_one(repo: Repo, three: Ledger, tmp_path: Path) -> None:
    clone = repo.clone(tmp_path / "clone")
    longer = appended(clone, continued(clone.path), entry(4))
    assert clone.git("rev-parse", "evidence", "evidence~1").split() == [longer.tip, three.tip]


def test_two_ends_of_one_chain(repo: Repo, three: Ledger, tmp_path: Path) -> None:
    clone = repo.clone(tmp_path / "clone")
    clone.git("branch", "evidence", "origin/evidence~1")
    appended(clone, read(clone.path), entry(9))
    with pytest.raises(CannotJudge, match="gone apart"):
        continued(clone.path)
