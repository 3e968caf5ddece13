"""Where the repository is, what is checked out, how deep it goes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.helpers.repos import REGISTER, Repo
from vendorbook.git import Blobs, find_root, head_commit, index_files, is_shallow, resolve
from vendorbook.git.head import quick_head
from vendorbook.model import CannotJudge


def test_the_top_folder_is_found_from_below(repo: Repo) -> None:
    assert find_root(repo.path / "vendors" / "kite") == repo.path


def test_outside_of_git(tmp_path: Path) -> None:
    assert head_commit(tmp_path) is None
    for ask in (find_root, is_shallow, index_files, lambda path: resolve(path, "HEAD")):
        with pytest.raises(CannotJudge) as caught:
            ask(tmp_path)
        assert "is not in a git repository" in caught.value.message.en
        assert "不在 git 儲存庫內" in caught.value.message.zh_tw


def test_outside_of_git_none_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert head_commit(tmp_path) is None


def test_a_missing_folder_is_not_the_current_one(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repo.path)
    with pytest.raises(CannotJudge):
        resolve(repo.path / "missing", "HEAD")


def test_without_git(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotJudge, match="install git"):
        resolve(repo.path, "HEAD")
    with pytest.raises(CannotJudge, match="install git"):
        Blobs(repo.path).read("0" * 40, 10)


def test_a_bare_repository_inside_is_not_taken_for_the_one_around(repo: Repo) -> None:
    """Files of a pull request could look like a repository of their own."""
    inside = repo.clone(repo.path / "register", "--bare").path
    assert repo.git("-C", str(inside), "rev-parse", "HEAD"), "git itself would take it"
    with pytest.raises(CannotJudge, match="bare repository"):
        resolve(inside, "HEAD")


def test_shallow_or_whole(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"README": "hello\n"})
    assert not is_shallow(repo.path)
    assert is_shallow(repo.clone(tmp_path / "shallow", "--depth=1").path)


# -- the commit that is checked out, in every form that git keeps it --------------------------------


def _loose(repo: Repo, _: Path) -> Path:
    return repo.path


def _from_below(repo: Repo, _: Path) -> Path:
    return repo.path / "vendors" / "kite"


def _packed(repo: Repo, _: Path) -> Path:
    repo.git("branch", "x/main")
    repo.git("tag", "-a", "-m", "tagged", "main-tag")
    repo.git("pack-refs", "--all")
    return repo.path


def _packed_then_moved(repo: Repo, _: Path) -> Path:
    repo.git("pack-refs", "--all")
    repo.commit({"README": "newer\n"})
    return repo.path


def _detached(repo: Repo, _: Path) -> Path:
    repo.commit({"README": "newer\n"})
    repo.git("checkout", "--quiet", "--detach", "HEAD~1")
    return repo.path


def _nested_branch(repo: Repo, _: Path) -> Path:
    repo.git("checkout", "--quiet", "-b", "feature/two-words")
    return repo.path


def _linked(repo: Repo, place: Path) -> Path:
    repo.git("worktree", "add", "--quiet", "-b", "side", str(place / "linked"))
    linked = Repo.__new__(Repo)
    linked.path = place / "linked"
    linked.commit({"README": "of the side\n"})
    return linked.path


def _linked_and_packed(repo: Repo, place: Path) -> Path:
    linked = _linked(repo, place)
    repo.git("pack-refs", "--all")
    return linked


def _apart(_: Repo, place: Path) -> Path:
    made = Repo(place / "apart", f"--separate-git-dir={place / 'elsewhere.git'}")
    made.commit(REGISTER)
    return made.path


def _sha256(_: Repo, place: Path) -> Path:
    made = Repo(place / "sha256", "--object-format=sha256")
    made.commit(REGISTER)
    return made.path


def _branch_that_points_on(repo: Repo, _: Path) -> Path:
    repo.git("symbolic-ref", "refs/heads/alias", "refs/heads/main")
    repo.git("symbolic-ref", "HEAD", "refs/heads/alias")
    return repo.path


FORMS = [
    _loose,
    _from_below,
    _packed,
    _packed_then_moved,
    _detached,
    _nested_branch,
    _linked,
    _linked_and_packed,
    _apart,
    _sha256,
    _branch_that_points_on,
]


@pytest.mark.parametrize("form", FORMS, ids=[form.__name__ for form in FORMS])
def test_the_commit_is_what_git_says(repo: Repo, tmp_path: Path, form: object) -> None:
    assert callable(form)
    place = form(repo, tmp_path)
    said = subprocess.run(["git", "rev-parse", "HEAD"], cwd=place, capture_output=True, text=True, check=True)
    assert head_commit(place) == said.stdout.strip()
    assert quick_head(place) == (None if form is _branch_that_points_on else said.stdout.strip())


def test_before_the_first_commit(tmp_path: Path) -> None:
    assert head_commit(Repo(tmp_path / "empty").path) is None


def test_a_head_that_points_out_of_the_repository_is_left_to_git(repo: Repo) -> None:
    (repo.path / ".git" / "secret").write_text("0" * 40)
    (repo.path / ".git" / "HEAD").write_text("ref: refs/heads/../../secret\n")
    assert quick_head(repo.path) is None
