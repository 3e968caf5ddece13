"""What is taken for a revision, and what is refused with which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.repos import Repo
from vendorbook.git import resolve
from vendorbook.model import CannotJudge


@pytest.fixture
def two(repo: Repo) -> tuple[str, str]:
    """Two commits; the second is `main` and the tag `v1`."""
    first = repo.git("rev-parse", "HEAD")
    second = repo.commit({"README": "hello\n"}, "the second")
    repo.git("tag", "--annotate", "--message=one", "v1")
    return first, second


SECOND = (
    "HEAD",
    "@",
    "main",
    "v1",
    "v1^0",
    "refs/heads/main",
    "heads/main",
    "tags/v1",
    "v1^{commit}",
)
FIRST = ("HEAD~1", "HEAD^", "main~1", "main@{0}~1", "v1~1", "refs/tags/v1^1", "@~1")


@pytest.mark.parametrize(("revision", "which"), [*((name, 0) for name in FIRST), *((name, 1) for name in SECOND)])
def test_good_names(repo: Repo, two: tuple[str, str], revision: str, which: int) -> None:
    assert resolve(repo.path, revision) == two[which]


def test_ids_whole_and_abbreviated(repo: Repo, two: tuple[str, str]) -> None:
    for commit in two:
        assert resolve(repo.path, commit) == commit
        assert resolve(repo.path, commit[:8]) == commit


NOT_REVISIONS = (
    "",
    "-",
    "--output=/tmp/x",
    "-h",
    "main\n",
    "main\0",
    "ma\x1b[31min",
    "x" * 2000,
    "ma\u202ein",
)


@pytest.mark.parametrize("revision", NOT_REVISIONS, ids=[repr(name[:20]) for name in NOT_REVISIONS])
def test_what_is_no_name_never_reaches_git(repo: Repo, revision: str) -> None:
    with pytest.raises(CannotJudge) as caught:
        resolve(repo.path, revision)
    assert "is no revision" in caught.value.message.en
    assert "不是版本名稱" in caught.value.message.zh_tw
    assert caught.value.message.en.isprintable()


UNKNOWN = (
    "missing",
    "main..v1",
    "main...v1",
    "^main",
    "main:README",
    "v1^{tree}",
    "0" * 40,
    "main v1",
    "*",
    "ma?n",
    "main^{/nothing}",
    ":/second",
    "main --output=x",
)


@pytest.mark.parametrize("revision", UNKNOWN)
@pytest.mark.usefixtures("two")
def test_what_names_no_single_commit_is_unknown(repo: Repo, revision: str) -> None:
    with pytest.raises(CannotJudge, match="has no commit"):
        resolve(repo.path, revision)


@pytest.mark.parametrize("revision", ["v1", "v1~1", "v1^{commit}", "v1@{0}"])
def test_a_tag_cannot_hide_a_branch(repo: Repo, two: tuple[str, str], revision: str) -> None:
    repo.git("branch", "v1", two[0])
    with pytest.raises(CannotJudge, match="may mean several things") as caught:
        resolve(repo.path, revision)
    assert "refs/heads/v1, refs/tags/v1" in caught.value.message.zh_tw


def test_the_full_name_is_not_ambiguous(repo: Repo, two: tuple[str, str]) -> None:
    repo.git("branch", "v1", two[0])
    assert resolve(repo.path, "refs/heads/v1") == two[0]
    assert resolve(repo.path, "refs/tags/v1") == two[1]


def test_a_name_cannot_hide_an_abbreviated_commit(repo: Repo, two: tuple[str, str]) -> None:
    repo.git("branch", two[0][:8], two[1])
    with pytest.raises(CannotJudge, match="may mean several things"):
        resolve(repo.path, two[0][:8])


def test_a_name_cannot_hide_a_whole_id(repo: Repo, two: tuple[str, str]) -> None:
    repo.git("update-ref", f"refs/heads/{two[0]}", two[1])
    assert resolve(repo.path, two[0]) == two[0]


def test_a_name_with_an_at_sign_is_one_name(repo: Repo, two: tuple[str, str]) -> None:
    repo.git("branch", "ann@example", two[0])
    assert resolve(repo.path, "ann@example") == two[0]
    repo.git("tag", "ann@example", two[1])
    with pytest.raises(CannotJudge, match="may mean several things"):
        resolve(repo.path, "ann@example")


def test_a_remote_cannot_hide_behind_a_branch(repo: Repo, two: tuple[str, str]) -> None:
    repo.git("branch", "origin/main", two[0])
    repo.git("update-ref", "refs/remotes/origin/main", two[1])
    with pytest.raises(CannotJudge, match="may mean several things"):
        resolve(repo.path, "origin/main")


def test_a_shallow_clone_says_how_to_get_the_rest(repo: Repo, two: tuple[str, str], tmp_path: Path) -> None:
    clone = repo.clone(tmp_path / "clone", "--depth=1")
    assert resolve(clone.path, "HEAD") == two[1]
    with pytest.raises(CannotJudge, match="git fetch --unshallow"):
        resolve(clone.path, "HEAD~1")
