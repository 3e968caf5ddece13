"""Whatever a repository's configuration or the environment says: nothing runs, nothing else is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.helpers.repos import Repo
from vendorbook.git import Blobs, head_commit, index_files, is_shallow, resolve, tree_files
from vendorbook.git.environment import clean_environment

PROGRAMS = (
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.sshCommand",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "diff.external",
    "diff.evil.textconv",
    "diff.evil.command",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "gpg.program",
    "gpg.ssh.program",
    "gpg.ssh.defaultKeyCommand",
    "credential.helper",
    "alias.ls-tree",
    "alias.ls-files",
    "alias.cat-file",
    "alias.rev-parse",
    "uploadpack.packObjectsHook",
    "trace2.eventTarget",
)
"""Settings by which a repository could have a program started, or a file written."""

STRAY = {
    "GIT_DIR": "/nowhere/.git",
    "GIT_WORK_TREE": "/nowhere",
    "GIT_COMMON_DIR": "/nowhere/.git",
    "GIT_INDEX_FILE": "/nowhere/index",
    "GIT_OBJECT_DIRECTORY": "/nowhere/objects",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": "/nowhere/objects",
    "GIT_SHALLOW_FILE": "/nowhere/shallow",
    "GIT_NAMESPACE": "elsewhere",
    "GIT_PREFIX": "elsewhere/",
    "GIT_CEILING_DIRECTORIES": "/",
    "GIT_CONFIG": "/nowhere/config",
    "GIT_CONFIG_PARAMETERS": "'core.bare'='true'",
    "GIT_ICASE_PATHSPECS": "1",
    "GIT_REPLACE_REF_BASE": "refs/elsewhere/",
    "GIT_EXEC_PATH": "/nowhere",
    "GIT_PYTHON_REFRESH": "raise",
    "GIT_PYTHON_GIT_EXECUTABLE": "/nowhere/git",
}


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A program that leaves `<itself>.ran` behind."""
    program = tmp_path / "canary"
    program.write_text('#!/bin/sh\ntouch "$0.ran"\ncat\n')
    program.chmod(0o755)
    return program


def look_at_everything(repo: Repo) -> list[object]:
    commit = resolve(repo.path, "main")
    listed = tree_files(repo.path, commit)
    content = [Blobs(repo.path).read(entry.blob, 1 << 20) for entry in listed]
    return [commit, head_commit(repo.path), is_shallow(repo.path), listed, index_files(repo.path), content]


def test_hostile_configuration_runs_nothing(repo: Repo, canary: Path) -> None:
    before = look_at_everything(repo)
    for setting in PROGRAMS:
        repo.git("config", setting, str(canary))
    hooks = repo.path / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-commit"):
        (hooks / hook).write_bytes(canary.read_bytes())
        (hooks / hook).chmod(0o755)
    repo.git("config", "core.hooksPath", str(hooks))
    (repo.path / ".git" / "info").mkdir(exist_ok=True)
    (repo.path / ".git" / "info" / "attributes").write_text("* filter=evil diff=evil\n")
    for leftover in canary.parent.rglob("*.ran"):  # setting the trap may have sprung it
        leftover.unlink()

    assert look_at_everything(repo) == before
    assert list(canary.parent.rglob("*.ran")) == []


def test_the_canary_sings(repo: Repo, canary: Path) -> None:
    """Or the test above would prove nothing."""
    repo.git("config", "core.fsmonitor", str(canary))
    repo.git("status")
    assert list(canary.parent.rglob("*.ran")) != []


@pytest.mark.parametrize("name", sorted(STRAY))
def test_stray_variables_change_nothing(repo: Repo, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    before = look_at_everything(repo)
    monkeypatch.setenv(name, STRAY[name])
    assert look_at_everything(repo) == before
    assert os.environ[name] == STRAY[name], "the caller gets its own back"


def test_another_repository_in_the_environment_is_not_looked_at(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repo(tmp_path / "other")
    other.commit({"vendors/moth/supplier.yaml": "id: moth\n"})
    before = look_at_everything(repo)
    monkeypatch.setenv("GIT_DIR", str(other.path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.path))
    assert look_at_everything(repo) == before


def test_tracing_writes_nothing(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE_SETUP"):
        monkeypatch.setenv(name, str(tmp_path / name))
    look_at_everything(repo)
    assert list(tmp_path.glob("GIT_TRACE*")) == []


def test_replace_refs_do_not_count(repo: Repo) -> None:
    first = resolve(repo.path, "HEAD")
    before = tree_files(repo.path, first)
    second = repo.commit({"vendors/kite/supplier.yaml": "id: changed\n"})
    old, new = (
        next(entry.blob for entry in tree_files(repo.path, commit) if entry.path.endswith("supplier.yaml"))
        for commit in (first, second)
    )
    repo.git("replace", first, second)
    repo.git("replace", old, new)
    assert repo.git("cat-file", "-p", old) == "id: changed", "git itself is taken in"
    assert tree_files(repo.path, first) == before
    assert Blobs(repo.path).read(old, 100) == b"id: kite\n"


def test_grafts_do_not_count(repo: Repo) -> None:
    first = resolve(repo.path, "HEAD")
    second = repo.commit({"vendors/kite/supplier.yaml": "id: changed\n"})
    (repo.path / ".git" / "info").mkdir(exist_ok=True)
    (repo.path / ".git" / "info" / "grafts").write_text(f"{second}\n")
    assert resolve(repo.path, "HEAD~1") == first


def test_nothing_of_the_environment_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    monkeypatch.delenv("GIT_INDEX_FILE", raising=False)
    before = dict(os.environ)
    with clean_environment("/an/index"):
        assert os.environ["GIT_INDEX_FILE"] == "/an/index"
        assert os.environ["LC_ALL"] == "C"
    assert dict(os.environ) == before


def test_a_folder_of_another_owner_is_read(repo: Repo) -> None:
    """A container often checks out as somebody else; without the user's configuration, git would refuse."""
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    for place in (repo.path, repo.path / ".git"):
        os.chown(place, 12345, 12345)
    assert len(resolve(repo.path, "HEAD")) == 40
