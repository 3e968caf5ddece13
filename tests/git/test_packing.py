"""Objects made in memory are what git makes of the same content."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.helpers.repos import Repo
from vendorbook.git import Author, read_commits
from vendorbook.git.packing import By, Pack, refuse_non_empty, write_repository
from vendorbook.model import CannotJudge

WHEN = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=8)))
BY = By(Author("舵方正", "duo@paper-boat.example"), WHEN)
FILES = {
    "a.txt": b"",
    "a/b.txt": b"short",
    "a/c/d.pdf": bytes(range(256)) * 300,
    "a-b": b"sorts between a and a/",
    "z": b"x" * 15,
    "z1": b"x" * 16,
}


def packed() -> tuple[Pack, str]:
    pack = Pack()
    tree = pack.tree({path: pack.blob(data) for path, data in FILES.items()})
    first = pack.commit(tree, (), BY, BY, "first")
    return pack, pack.commit(tree, (first,), BY, BY, "second\n\nwith a body\n", signed)


def signed(data: bytes) -> str:
    """No signature, but the length of what is to be signed."""
    return f"-----BEGIN\n{len(data)}\nEND\n"


def test_git_reads_what_was_put_there(tmp_path: Path) -> None:
    pack, tip = packed()
    tag = pack.tag(tip, "v1", BY, "a tag", lambda _data: "-----BEGIN SSH SIGNATURE-----\n")
    write_repository(tmp_path, pack, {"refs/heads/main": tip, "refs/tags/v1": tag})
    repo = Repo.__new__(Repo)
    repo.path = tmp_path
    assert repo.git("fsck", "--strict", "--full") == ""
    assert {path: (tmp_path / path).read_bytes() for path in FILES} == FILES
    assert repo.git("log", "--format=%an %aI %s", "main") == "\n".join(
        f"舵方正 2026-11-22T09:30:00+08:00 {subject}" for subject in ("second", "first")
    )
    [read] = read_commits(tmp_path, [tip])
    assert read.signature == signed(read.payload)
    assert repo.git("cat-file", "tag", "v1").endswith("a tag\n-----BEGIN SSH SIGNATURE-----")


def test_a_large_object_has_its_size(tmp_path: Path) -> None:
    pack = Pack()
    data = b"0123456789" * 300_000
    tree = pack.tree({"large.bin": pack.blob(data)})
    write_repository(tmp_path, pack, {"refs/heads/main": pack.commit(tree, (), BY, BY, "large")})
    assert (tmp_path / "large.bin").read_bytes() == data


def test_the_same_content_is_one_object(tmp_path: Path) -> None:
    (first, tip), (_, again) = packed(), packed()
    assert tip == again
    assert first.blob(b"short") == first.blob(b"short")


@pytest.mark.parametrize("there", ["hidden", "file", "link"])
def test_what_is_there_stays(tmp_path: Path, there: str) -> None:
    folder = tmp_path / "folder"
    if there == "hidden":
        folder.mkdir()
        (folder / ".git").mkdir()
    elif there == "file":
        folder.write_text("")
    else:
        folder.symlink_to(tmp_path)
    with pytest.raises(CannotJudge):
        refuse_non_empty(folder)


def test_an_empty_or_a_new_folder_is_taken(tmp_path: Path) -> None:
    refuse_non_empty(tmp_path)
    refuse_non_empty(tmp_path / "new")

    assert list(tmp_path.iterdir()) == []  # it looks, and makes nothing
