"""Contents come whole, checked and bounded, or not at all."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import pytest

from tests.helpers.repos import REGISTER, Repo
from vendorbook.git import Blobs, TooLarge, tree_files
from vendorbook.git.environment import FIXED
from vendorbook.model import CannotJudge

CONTENTS = [b"", b"\n", b"x", b"\0\r\n\xff", b"a" * 65536, b"b" * 65537, b"line\n" * 100_000]


def test_contents_come_back_as_they_were(repo: Repo) -> None:
    blobs = Blobs(repo.path)
    for content in [*CONTENTS, *reversed(CONTENTS)]:
        assert blobs.read(repo.blob(content), 1 << 20) == content


def test_too_large_is_said_and_the_next_answer_is_right(repo: Repo) -> None:
    blobs = Blobs(repo.path)
    large, small = repo.blob(b"x" * 1_000_000), repo.blob(b"small")
    assert blobs.read(small, 5) == b"small"
    with pytest.raises(TooLarge) as caught:
        blobs.read(large, 999_999)
    assert caught.value.size == 1_000_000
    assert blobs.read(small, 5) == b"small"


def test_a_missing_object(repo: Repo) -> None:
    blobs = Blobs(repo.path)
    with pytest.raises(CannotJudge) as caught:
        blobs.read("1" * 40, 100)
    assert "git clone" in caught.value.message.en
    assert "部分複製" in caught.value.message.zh_tw
    assert blobs.read(repo.blob(b"still there"), 100) == b"still there"


def test_a_tree_is_no_blob(repo: Repo) -> None:
    with pytest.raises(CannotJudge, match="git fsck"):
        Blobs(repo.path).read(repo.git("rev-parse", "HEAD^{tree}"), 1000)


def test_a_content_that_is_not_its_ids(repo: Repo) -> None:
    """Git itself does not look when it hands out a blob."""
    blob = repo.blob(b"approved")
    place = repo.path / ".git" / "objects" / blob[:2] / blob[2:]
    place.chmod(0o644)
    place.write_bytes(zlib.compress(b"blob 8\0tampered"))
    with pytest.raises(CannotJudge, match="git fsck"):
        Blobs(repo.path).read(blob, 100)


def test_sha256_repositories(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo", "--object-format=sha256")
    commit = repo.commit(REGISTER)
    blobs = Blobs(repo.path)
    contents = {entry.path: blobs.read(entry.blob, 1000) for entry in tree_files(repo.path, commit)}
    assert contents == {name: data if isinstance(data, bytes) else data.encode() for name, data in REGISTER.items()}


def test_a_forked_reader_does_not_take_its_parents_answers(repo: Repo) -> None:
    blobs = Blobs(repo.path)
    first, second = repo.blob(b"first"), repo.blob(b"second")
    assert blobs.read(first, 100) == b"first"
    child = os.fork()
    if child == 0:
        os._exit(0 if all(blobs.read(second, 100) == b"second" for _ in range(200)) else 1)
    assert all(blobs.read(first, 100) == b"first" for _ in range(200))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize("off", ["", "GIT_NO_LAZY_FETCH", "GIT_ALLOW_PROTOCOL"])
def test_a_partial_clone_is_not_completed_behind_our_back(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, off: str
) -> None:
    """Fetching what is missing would start whatever program the clone's configuration names.

    Of the two bolts either holds alone: older versions of git know only the second.
    """
    monkeypatch.delitem(FIXED, off, raising=False)
    repo.git("config", "uploadpack.allowFilter", "true")
    clone = repo.clone(tmp_path / "clone", "--filter=blob:none", "--no-checkout")
    program = tmp_path / "canary"
    program.write_text(f"#!/bin/sh\ntouch '{program}.ran'\nexec git upload-pack \"$@\"\n")
    program.chmod(0o755)
    clone.git("config", "remote.origin.uploadpack", str(program))
    clone.git("config", "protocol.file.allow", "always")
    listed = tree_files(clone.path, clone.git("rev-parse", "HEAD"))
    with pytest.raises(CannotJudge, match="lacks the object"):
        Blobs(clone.path).read(listed[0].blob, 1000)
    assert not Path(f"{program}.ran").exists()

    clone.git("cat-file", "-p", listed[0].blob)
    assert Path(f"{program}.ran").exists(), "git itself would have run it"
