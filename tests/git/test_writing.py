"""What is written is what git itself would write, and a reference moves only from where it was."""

from __future__ import annotations

import os
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.helpers.repos import Repo
from vendorbook.git import writing
from vendorbook.model import CannotJudge

WHEN = datetime(2026, 11, 22, 9, tzinfo=timezone(timedelta(hours=8)))
WHO = writing.Author("Test", "test@example.invalid")
REF = "refs/heads/evidence"


def test_a_commit_is_the_one_that_git_makes(repo: Repo) -> None:
    tree, parent = repo.git("rev-parse", "HEAD^{tree}"), repo.git("rev-parse", "HEAD")
    theirs = repo.git("commit-tree", tree, "-p", parent, "-m", "a change")
    assert writing.write_commit(repo.path, tree, (parent,), "a change", WHO, WHEN) == theirs


def test_a_file_is_added_beside_all_that_is_there(repo: Repo) -> None:
    blob = writing.write_blob(repo.path, b"one\n")
    tree = writing.tree_with(repo.path, repo.git("rev-parse", "HEAD^{tree}"), "vendors/kite/orders/new.txt", blob)
    repo.stage({"vendors/kite/orders/new.txt": "one\n"})
    assert tree == repo.git("write-tree")


def test_a_tree_out_of_nothing(repo: Repo) -> None:
    tree = writing.tree_with(repo.path, None, "entries/000001.json", writing.write_blob(repo.path, b"{}\n"))
    assert repo.git("ls-tree", "-r", "--name-only", tree) == "entries/000001.json"


@pytest.mark.parametrize("path", ["policies/firm.yaml", "policies", "policies/firm.yaml/below"])
def test_a_path_that_is_taken(path: str, repo: Repo) -> None:
    blob = writing.write_blob(repo.path, b"one\n")
    with pytest.raises(CannotJudge, match="is there already"):
        writing.tree_with(repo.path, repo.git("rev-parse", "HEAD^{tree}"), path, blob)


def test_names_that_are_no_utf_8_stay_as_they_are(repo: Repo) -> None:
    repo.index([("100644", repo.blob(b"x"), b"entries/\xff\n.json")])
    before = repo.git("write-tree")
    tree = writing.tree_with(repo.path, before, "entries/000001.json", writing.write_blob(repo.path, b"{}\n"))
    assert repo.git("ls-tree", "-rz", "--name-only", tree).count("\udcff\n") == 1


def test_an_annotated_tag_is_one_for_git(repo: Repo) -> None:
    head = repo.git("rev-parse", "HEAD")
    tag = writing.write_tag(repo.path, head, "checkpoint/1", "seen", WHO, WHEN)
    assert writing.move_ref(repo.path, "refs/tags/checkpoint/1", tag, None)
    env = {"GIT_COMMITTER_DATE": WHEN.isoformat()}
    repo.git("tag", "--annotate", "--message", "seen", "other", head, env=env)
    assert repo.git("cat-file", "tag", "checkpoint/1") == repo.git("cat-file", "tag", "other").replace(
        "other", "checkpoint/1"
    )


def test_a_reference_moves_only_from_where_it_was(repo: Repo) -> None:
    first, second = repo.git("rev-parse", "HEAD"), repo.commit({"vendors/kite/new.txt": "x"})
    assert writing.move_ref(repo.path, REF, first, None)
    assert not writing.move_ref(repo.path, REF, second, None)
    assert not writing.move_ref(repo.path, REF, first, second)
    assert writing.ref_target(repo.path, REF) == first
    assert writing.move_ref(repo.path, REF, second, first)
    assert writing.ref_target(repo.path, REF) == second


def test_a_reference_that_somebody_has_locked(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_PAUSE", 0)
    (repo.path / ".git/refs/heads/evidence.lock").write_text("")
    with pytest.raises(CannotJudge, match="git cannot"):
        writing.move_ref(repo.path, REF, repo.git("rev-parse", "HEAD"), None)


def test_of_many_who_move_it_at_once_one_does(repo: Repo) -> None:
    new = [
        writing.write_commit(repo.path, repo.git("rev-parse", "HEAD^{tree}"), (), f"{n}", WHO, WHEN) for n in range(8)
    ]
    moved: list[bool] = []

    def move(id: str) -> None:
        moved.append(writing.move_ref(repo.path, REF, id, None))

    threads = [threading.Thread(target=move, args=(id,)) for id in new]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(moved) == [False] * 7 + [True]


def test_nothing_of_the_repository_runs_and_no_index_is_touched(repo: Repo, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    for hook in ("reference-transaction", "post-commit", "update"):
        (repo.path / f".git/hooks/{hook}").write_text(f"#!/bin/sh\ntouch {ran}\n")
        (repo.path / f".git/hooks/{hook}").chmod(0o755)
    repo.git("config", "user.name", "Somebody Else")
    index = (repo.path / ".git/index").read_bytes()
    ran.unlink(missing_ok=True)
    tree = writing.tree_with(repo.path, None, "entries/000001.json", writing.write_blob(repo.path, b"{}\n"))
    commit = writing.write_commit(repo.path, tree, (), "one", WHO, WHEN)
    assert writing.move_ref(repo.path, REF, commit, None)
    assert not ran.exists()
    assert (repo.path / ".git/index").read_bytes() == index
    assert repo.git("status", "--porcelain") == ""
    assert "Somebody" not in repo.git("cat-file", "commit", commit)


def test_content_of_any_size_reaches_git(repo: Repo) -> None:
    data = os.urandom(3_000_000)
    blob = writing.write_blob(repo.path, data)
    assert repo.git("cat-file", "-s", blob) == "3000000"
