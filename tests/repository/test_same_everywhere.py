"""The same register reads the same wherever it is kept."""

from __future__ import annotations

import hashlib

import pytest

from tests.helpers.repos import REGISTER, Repo
from vendorbook.model import Unreadable
from vendorbook.repository import Memory, Snapshot, WorkTree
from vendorbook.repository.git_objects import Commit, StagedIndex

POINTER = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
    "size 12345\n"
)
EVIDENCE = "vendors/kite/evidence/certificate.pdf"


def everywhere(repo: Repo, files: dict[str, str | bytes]) -> list[Snapshot]:
    commit = repo.commit(dict(files))
    return [WorkTree(repo.path), StagedIndex(repo.path), Commit(repo.path, commit), Memory(files)]


def test_files_contents_and_digests(repo: Repo) -> None:
    for snapshot in everywhere(repo, REGISTER):
        assert list(snapshot.files()) == sorted(REGISTER)
        assert snapshot.refused() == []
        for path, data in REGISTER.items():
            content = data.encode() if isinstance(data, str) else data
            assert snapshot.read(path) == content
            assert snapshot.sha256(path) == hashlib.sha256(content).hexdigest()
            assert snapshot.blob(path) == repo.git("hash-object", path)


def test_ids_of_equal_content_are_shared(repo: Repo) -> None:
    """Where an id is a blob's, it is the same one everywhere, so that what was learned of it can be kept."""
    ids = [set(snapshot.files().values()) for snapshot in everywhere(repo, REGISTER)]
    assert ids[0] == ids[1] == ids[2] == ids[3]


def test_a_pointer_to_a_large_file_is_no_evidence(repo: Repo) -> None:
    for snapshot in everywhere(repo, {EVIDENCE: POINTER, "policies/firm.yaml": "name: x\n"}):
        for reading in (snapshot.read, snapshot.sha256):
            with pytest.raises(Unreadable, match="Git LFS pointer") as caught:
                reading(EVIDENCE)
            assert caught.value.refusals[0].location == (EVIDENCE, 1, 1)
            assert "指標檔" in caught.value.refusals[0].message.zh_tw


def test_a_document_about_pointers_is_evidence(repo: Repo) -> None:
    text = POINTER + "This is how a pointer looks.\n" * 100
    for snapshot in everywhere(repo, {EVIDENCE: text}):
        assert snapshot.read(EVIDENCE) == text.encode()
