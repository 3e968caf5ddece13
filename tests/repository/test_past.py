"""A snapshot read by its folders is the same as one that git lists, whatever a commit holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.repos import REGISTER, Repo
from vendorbook.model import Unreadable
from vendorbook.repository.git_objects import Commit
from vendorbook.repository.past import Past

_FILE, _EXECUTABLE, _LINK, _MODULE = "100644", "100755", "120000", "160000"
ODD = [
    (_EXECUTABLE, b"vendors/kite/journal/2026-02-02-audit.yaml"),
    (_LINK, b"vendors/kite/evidence/link.pdf"),
    (_FILE, b"vendors/Kite/supplier.yaml"),
    (_FILE, b"vendors/kite/.hidden"),
    (_FILE, b"vendors/kite/orders/journal/deep/er/x.yaml"),
    (_FILE, b"vendors/kite/evidence/\xff.pdf"),
    (_FILE, b"vendors/note.yaml"),
    (_FILE, b"Vendors/kite/supplier.yaml"),
    (_FILE, b"README.md"),
    (_FILE, b"policies"),
]
FOCUS = [["schemas", "policies", "vendors/kite"], ["schemas", "policies"], ["vendors/note.yaml"], ["vendors/nobody"]]


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "repo")
    made.stage({path: data for path, data in REGISTER.items() if not path.startswith("policies/")})
    made.index((mode, made.blob(b"id: x\n"), path) for mode, path in ODD)
    made.index([(_MODULE, "1" * 40, b"vendors/kite/module")])
    made.commit_index()
    return made


@pytest.mark.parametrize("focus", [None, *FOCUS], ids=str)
def test_the_same_files_for_the_same_reasons(repo: Repo, focus: list[str] | None) -> None:
    by_git = Commit(repo.path, "HEAD", focus or ())
    by_folders = Past(repo.path, "").snapshot(repo.git("rev-parse", "HEAD^{tree}"), by_git.commit, focus)

    assert by_folders.files() == by_git.files()
    assert list(by_folders.files()) == list(by_git.files())
    assert by_folders.refused() == by_git.refused()
    assert by_folders.fingerprint() == by_git.fingerprint()
    for path in by_git.files():
        assert by_folders.read(path) == by_git.read(path)
        assert by_folders.blob(path) == by_git.blob(path)
        assert by_folders.sha256(path) == by_git.sha256(path)


def test_what_may_not_be_read_stays_so_when_its_digest_is_known(repo: Repo) -> None:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 9\n"
    repo.commit({"vendors/kite/evidence/big.pdf": pointer})
    past = Past(repo.path, "")
    snapshot = past.snapshot(repo.git("rev-parse", "HEAD^{tree}"))
    path = "vendors/kite/evidence/big.pdf"

    past.sha256_of(snapshot.blob(path))

    with pytest.raises(Unreadable):
        snapshot.sha256(path)


def test_a_register_in_a_folder(repo: Repo) -> None:
    past = Past(repo.path, "vendors/kite/")
    tree = repo.git("rev-parse", "HEAD^{tree}")

    assert past.register(tree) == repo.git("rev-parse", "HEAD:vendors/kite")
    assert Past(repo.path, "nowhere/").snapshot(tree).files() == {}
