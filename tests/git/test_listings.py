"""What a commit holds, and what the next commit will hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.repos import REGISTER, Repo
from vendorbook.git import index_files, resolve, tree_files
from vendorbook.model import CannotJudge


def paths(listed: list[object]) -> list[bytes]:
    return [entry.path.encode("utf-8", "surrogateescape") for entry in listed]  # type: ignore[attr-defined]


def test_a_commit_and_its_index_list_the_same(repo: Repo) -> None:
    of_tree = tree_files(repo.path, resolve(repo.path, "HEAD"))
    assert of_tree == index_files(repo.path)
    assert [entry.path for entry in of_tree] == sorted(REGISTER)


def test_a_folder_of_the_work_tree_is_the_start_of_its_paths(repo: Repo) -> None:
    repo.commit({"inner/vendors/moth/supplier.yaml": "id: moth\n"})
    inner = repo.path / "inner"
    expected = [b"vendors/moth/supplier.yaml"]
    assert paths(tree_files(inner, resolve(inner, "HEAD"))) == expected
    assert paths(index_files(inner)) == expected


def test_another_index(repo: Repo, tmp_path: Path) -> None:
    other = {"GIT_INDEX_FILE": str(tmp_path / "other")}
    repo.git("read-tree", "--empty", env=other)
    assert index_files(repo.path, str(tmp_path / "other")) == []
    assert index_files(repo.path) != []


def test_a_relative_index_starts_at_the_top(repo: Repo) -> None:
    """Git tells its hooks `.git/index`, and means the top folder, wherever the register is."""
    repo.commit({"inner/vendors/moth/supplier.yaml": "id: moth\n"})
    assert paths(index_files(repo.path / "inner", ".git/index")) == [b"vendors/moth/supplier.yaml"]


def test_what_is_only_promised_is_not_committed(repo: Repo) -> None:
    repo.write({"vendors/kite/later.yaml": "", "vendors/kite/empty.yaml": "", "vendors/kite/a\nb": ""})
    repo.git("add", "--intent-to-add", "vendors/kite/later.yaml", "vendors/kite/a\nb")
    repo.git("add", "vendors/kite/empty.yaml")
    listed = paths(index_files(repo.path))
    assert b"vendors/kite/empty.yaml" in listed
    assert b"vendors/kite/later.yaml" not in listed
    assert b"vendors/kite/a\nb" not in listed
    repo.git("commit", "--quiet", "--message", "without what was promised")
    assert paths(tree_files(repo.path, resolve(repo.path, "HEAD"))) == listed


def test_the_sides_of_a_conflict(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({"vendors/kite/supplier.yaml": "id: side\n"})
    repo.git("checkout", "--quiet", "main")
    repo.commit({"vendors/kite/supplier.yaml": "id: main\n"})
    with pytest.raises(AssertionError):
        repo.git("merge", "side")
    stages = [entry.stage for entry in index_files(repo.path) if entry.path == "vendors/kite/supplier.yaml"]
    assert stages == [1, 2, 3]


def test_names_come_as_their_bytes(repo: Repo) -> None:
    names = [
        b"vendors/\xff\xfe",
        b"vendors/a\nb",
        b"vendors/a\tb",
        "vendors/紙船".encode(),
        b"vendors/\x1b[31m",
    ]
    blob = repo.blob(b"x")
    repo.index([("100644", blob, name) for name in names])
    listed = paths(index_files(repo.path))
    assert set(names) <= set(listed)
    assert paths(tree_files(repo.path, repo.commit_index())) == listed


def test_a_commit_whose_tree_is_missing(repo: Repo) -> None:
    commit = repo.commit({"README": "hello\n"})
    tree = repo.git("rev-parse", f"{commit}^{{tree}}")
    (repo.path / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(CannotJudge, match="git cannot read"):
        tree_files(repo.path, commit)


def test_an_index_that_is_no_index(repo: Repo) -> None:
    (repo.path / ".git" / "index").write_bytes(b"\x1b]0;not an index\x07")
    with pytest.raises(CannotJudge) as caught:
        index_files(repo.path)
    assert caught.value.message.en.isprintable()
