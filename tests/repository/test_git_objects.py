"""The files of a commit and of the index: what counts is what git has, not what lies on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.repos import REGISTER, Repo
from vendorbook.model import CannotJudge, Unreadable
from vendorbook.repository import Snapshot
from vendorbook.repository.content import TEXT_LIMIT
from vendorbook.repository.git_objects import Commit, StagedIndex

FILE = "vendors/kite/supplier.yaml"


def both(repo: Repo, entries: list[tuple[str, bytes, str]]) -> list[Snapshot]:
    """The index and the commit made of these entries alone: (mode, content, path)."""
    repo.git("read-tree", "--empty")
    blobs = [
        (mode, repo.git("rev-parse", "HEAD") if mode == "160000" else repo.blob(data), path.encode())
        for mode, data, path in entries
    ]
    repo.index(blobs)
    staged = StagedIndex(repo.path)
    staged.files()
    repo.commit_index()
    return [staged, Commit(repo.path, "main")]


ODD = {
    "120000": "symbolic link",
    "160000": "submodule",
    "100755": "executable",
}


@pytest.mark.parametrize("mode", ODD)
@pytest.mark.parametrize("path", [FILE, "vendors/moth", "vendors/kite/evidence/certificate.pdf", "vendors"])
def test_entries_that_are_no_plain_files(repo: Repo, mode: str, path: str) -> None:
    for snapshot in both(repo, [(mode, b"../../policies/firm.yaml", path)]):
        assert list(snapshot.files()) == []
        [place] = snapshot.refused()
        assert place.location == (path, 1, 1)
        assert ODD[mode] in place.message.en


def test_names_that_only_git_can_hold(repo: Repo) -> None:
    """Mac and Windows could not even check them out."""
    names = [b"vendors/\xff/supplier.yaml", b"vendors/a\nb/supplier.yaml", b"vendors/kite/supplier.yaml "]
    blob = repo.blob(b"x")
    repo.index([("100644", blob, name) for name in names])
    for snapshot in (StagedIndex(repo.path), Commit(repo.path, repo.commit_index())):
        assert [place.location.path for place in snapshot.refused()] == [
            "vendors/a\\x0ab",
            "vendors/kite/supplier.yaml ",
            "vendors/\\xff",
        ]
        assert sorted(snapshot.files()) == sorted(REGISTER)


@pytest.mark.parametrize(
    "modes", [("100644", "100644"), ("100644", "100644", "100644"), ("100644", "120000"), ("120000", "100755")]
)
def test_a_tree_with_the_same_name_again(repo: Repo, modes: tuple[str, ...]) -> None:
    """Only a program other than git writes such a tree; which of the entries counts depends on who reads."""
    entries = [(mode, repo.blob(f"id: {number}\n".encode())) for number, mode in enumerate(modes)]
    raw = b"".join(f"{mode} supplier.yaml".encode() + b"\0" + bytes.fromhex(blob) for mode, blob in entries)
    tree = repo.git("hash-object", "-t", "tree", "--literally", "-w", "--stdin", input=raw)
    for name in ("kite", "vendors"):
        tree = repo.git("mktree", input=f"040000 tree {tree}\t{name}\n".encode())
    repo.git("update-ref", "refs/heads/main", repo.git("commit-tree", tree, "-m", "again"))
    snapshot = Commit(repo.path, "main")
    assert list(snapshot.files()) == []
    [place] = snapshot.refused()
    assert place.location.path == FILE
    if set(modes) == {"100644"}:
        assert "twice" in place.message.en


def test_a_conflict_that_is_not_resolved(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({FILE: "id: side\n"})
    repo.git("checkout", "--quiet", "main")
    repo.commit({FILE: "id: main\n"})
    with pytest.raises(AssertionError):
        repo.git("merge", "side")
    snapshot = StagedIndex(repo.path)
    assert FILE not in snapshot.files()
    [place] = snapshot.refused()
    assert place.location.path == FILE
    assert "merge conflict" in place.message.en


def test_the_work_tree_has_no_say_in_a_commit(repo: Repo) -> None:
    before = Commit(repo.path, "HEAD")
    expected = {path: before.read(path) for path in before.files()}
    repo.write({FILE: "id: dirty\n", "vendors/moth/supplier.yaml": "id: moth\n", "policies/firm.yaml": None})
    repo.git("add", "--all")
    after = Commit(repo.path, "HEAD")
    assert {path: after.read(path) for path in after.files()} == expected
    assert after.commit == repo.git("rev-parse", "HEAD")


def test_the_work_tree_has_no_say_in_the_index(repo: Repo) -> None:
    repo.stage({FILE: "id: staged\n", "vendors/kite/orders/engagement.yaml": None})
    repo.write({FILE: "id: dirty\n", "vendors/moth/supplier.yaml": "id: moth\n"})
    snapshot = StagedIndex(repo.path)
    assert snapshot.read(FILE) == b"id: staged\n"
    assert set(REGISTER) - set(snapshot.files()) == {"vendors/kite/orders/engagement.yaml"}
    assert "vendors/moth/supplier.yaml" not in snapshot.files()
    assert snapshot.commit == repo.git("rev-parse", "HEAD")


def test_attributes_do_not_change_what_is_read(repo: Repo) -> None:
    """Filters, line ends and merge drivers concern the work tree."""
    repo.commit({".gitattributes": "* text eol=crlf ident -diff merge=union filter=lfs\n", FILE: "id: $Id$\n"})
    for snapshot in (Commit(repo.path, "HEAD"), StagedIndex(repo.path)):
        assert snapshot.read(FILE) == b"id: $Id$\n"


def test_a_file_that_is_too_large(repo: Repo) -> None:
    for snapshot in both(repo, [("100644", b"x" * (TEXT_LIMIT + 1), FILE), ("100644", b"x", "policies/firm.yaml")]):
        with pytest.raises(Unreadable, match="262,145 bytes, the limit is 262,144") as caught:
            snapshot.read(FILE)
        assert caught.value.refusals[0].location == (FILE, 1, 1)
        assert snapshot.read("policies/firm.yaml") == b"x"


def test_a_register_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.commit({f"inner/{path}": data for path, data in REGISTER.items()} | {"vendors/moth/supplier.yaml": "x"})
    for snapshot in (Commit(tmp_path / "inner", "HEAD"), StagedIndex(tmp_path / "inner")):
        assert sorted(snapshot.files()) == sorted(REGISTER)


def test_a_register_that_was_not_there_yet(repo: Repo) -> None:
    repo.write({"inner/vendors/moth/supplier.yaml": "x"})
    assert dict(Commit(repo.path / "inner", "HEAD").files()) == {}


def test_an_unknown_revision(repo: Repo) -> None:
    with pytest.raises(CannotJudge, match="has no commit"):
        Commit(repo.path, "missing")


def test_an_older_commit(repo: Repo) -> None:
    repo.commit({FILE: "id: newer\n"})
    assert Commit(repo.path, "HEAD~1").read(FILE) == b"id: kite\n"
    assert Commit(repo.path, "HEAD").read(FILE) == b"id: newer\n"
