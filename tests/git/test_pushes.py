"""What git tells a hook, and the place where a push can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.repos import Repo
from vendorbook.git import Update, commits_between, head_commit, is_shallow, seen_by_hook, tree_files, updates
from vendorbook.model import CannotJudge

OLD, NEW, NONE = "1" * 40, "2" * 40, "0" * 40


def test_a_line_is_a_reference_with_what_it_was_and_will_be() -> None:
    [moved, made, gone] = updates(
        [f"{OLD} {NEW} refs/heads/main\n", f"{NONE} {NEW} refs/tags/a\n", f"{OLD} {NONE} refs/heads/é\n"]
    )
    assert moved == Update(OLD, NEW, "refs/heads/main")
    assert [(each.creates, each.deletes) for each in (moved, made, gone)] == [
        (False, False),
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "main",
        f"{OLD} {NEW}",
        f"{OLD} {NEW} main",
        f"{OLD[1:]} {NEW} refs/heads/main",
        f"{OLD} {NEW} refs/heads/a b",
    ],
)
def test_any_other_line_is_not_git_s(line: str) -> None:
    with pytest.raises(CannotJudge, match="pre-receive"):
        updates([f"{OLD} {NEW} refs/heads/main\n", line])


def test_nothing_is_not_git_s_either() -> None:
    with pytest.raises(CannotJudge):
        updates([])


@pytest.fixture(params=[(), ("--object-format=sha256",)], ids=["sha1", "sha256"])
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Repo:
    """A repository with a commit, in a folder whose name needs to be quoted in a list of alternates."""
    repo = Repo(tmp_path / 'a "strange": one', *request.param)
    repo.commit({"a.txt": "a\n"})
    return repo


def in_quarantine(repo: Repo) -> tuple[str, dict[str, str]]:
    """A commit that stands there alone, and the environment that git would run the hook in."""
    folder = repo.path / ".git/objects/tmp_objdir-incoming-x"
    (folder / "pack").mkdir(parents=True)
    own = repo.path / ".git/objects"
    hidden = {"GIT_OBJECT_DIRECTORY": str(folder)}
    hidden["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = '"' + str(own).replace('"', '\\"') + '"'
    tree = repo.git("rev-parse", "HEAD^{tree}")
    commit = repo.git("commit-tree", tree, "-p", "HEAD", "-m", "pushed", env=hidden)
    return commit, {"GIT_DIR": str(repo.path / ".git"), "GIT_QUARANTINE_PATH": str(folder), **hidden}


def test_what_was_pushed_is_seen_beside_what_was_there(served: Repo) -> None:
    was = served.git("rev-parse", "HEAD")
    commit, environment = in_quarantine(served)
    with seen_by_hook(environment, was) as root:
        assert head_commit(root) == was
        assert [each.id for each in commits_between(root, was, commit)] == [commit]
        assert [each.path for each in tree_files(root, commit)] == ["a.txt"]
        assert not is_shallow(root)
    assert not root.exists()


def test_without_the_quarantine_it_is_not_seen(served: Repo) -> None:
    """Or the test above would prove nothing."""
    was = served.git("rev-parse", "HEAD")
    commit, environment = in_quarantine(served)
    del environment["GIT_QUARANTINE_PATH"]
    with seen_by_hook(environment, was) as root, pytest.raises(CannotJudge):
        commits_between(root, was, commit)


def test_replaced_objects_and_settings_of_the_server_are_left_behind(served: Repo) -> None:
    was = served.git("rev-parse", "HEAD")
    other = served.commit({"a.txt": "another\n"})
    served.git("replace", was, other)
    served.git("config", "core.worktree", "/nowhere")
    with seen_by_hook({"GIT_DIR": str(served.path / ".git")}, was) as root:
        assert [path.name for path in (root / ".git/refs").iterdir()] == []
        assert commits_between(root, was, other)[0].parents == (was,)


@pytest.mark.parametrize("quarantine", ["elsewhere", ".git/objects/pack/inner", ".git/objects/absent"])
def test_a_quarantine_anywhere_else_is_refused(served: Repo, quarantine: str) -> None:
    for folder in ("elsewhere", ".git/objects/pack/inner"):
        (served.path / folder).mkdir(parents=True)
    environment = {"GIT_DIR": str(served.path / ".git"), "GIT_QUARANTINE_PATH": str(served.path / quarantine)}
    with pytest.raises(CannotJudge, match="pre-receive"), seen_by_hook(environment, OLD):
        pass


@pytest.mark.parametrize("environment", [{}, {"GIT_DIR": "nowhere"}])
def test_without_a_repository_there_is_nothing_to_see(environment: dict[str, str]) -> None:
    with pytest.raises(CannotJudge), seen_by_hook(environment, OLD):
        pass
