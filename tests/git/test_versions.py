"""What a file has been, and who is at work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.repos import Repo, write
from vendorbook import git

PATH = "vendors/a/supplier.yaml"


def committed(repo: Repo, *contents: str) -> None:
    for content in contents:
        write(repo.path, {PATH: content, "other": content})
        repo.git("add", "-A")
        repo.git("commit", "-q", "-m", "x")


def test_the_newest_comes_first_and_no_more_than_asked(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    committed(repo, "1", "2", "3")
    assert list(git.versions(repo.path, PATH, 9)) == [b"3", b"2", b"1"]
    assert list(git.versions(repo.path, PATH, 2)) == [b"3", b"2"]
    assert list(git.versions(repo.path, "vendors/none.yaml", 9)) == []


def test_a_commit_without_the_file_is_passed_over(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    committed(repo, "1")
    repo.git("rm", "-q", PATH)
    repo.git("commit", "-q", "-m", "x")
    assert list(git.versions(repo.path, PATH, 9)) == [b"1"]


def test_of_a_register_that_is_no_repository_of_its_own(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    write(repo.path, {f"below/{PATH}": "1"})
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "x")
    assert list(git.versions(repo.path / "below", PATH, 9)) == [b"1"]


def test_before_the_first_commit_there_is_none(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    assert list(git.versions(repo.path, PATH, 9)) == []


def test_who_is_at_work_is_who_git_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = Repo(tmp_path / "r")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    repo.git("config", "user.name", "Fan")
    repo.git("config", "user.email", "fan@paper-boat.example")
    who = git.who_writes(repo.path)
    assert who
    assert (who.name, who.email) == ("Fan", "fan@paper-boat.example")


def test_an_address_that_is_none_is_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = Repo(tmp_path / "r")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "a@b\nc")
    who = git.who_writes(repo.path)
    assert who is None or "\n" not in who.email
