"""The files on the disk: what is looked at, what is refused, and what an unchanged id promises."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.helpers.repos import REGISTER, Repo, write
from vendorbook.model import CannotJudge, Unreadable
from vendorbook.repository import Snapshot, WorkTree, disk
from vendorbook.repository.content import EVIDENCE_LIMIT, TEXT_LIMIT
from vendorbook.repository.disk import stat_id

FILE = "vendors/kite/supplier.yaml"
EVIDENCE = "vendors/kite/evidence/certificate.pdf"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    write(tmp_path, REGISTER)
    return tmp_path


def reason(snapshot: Snapshot, path: str) -> str:
    """Why a path is refused; it must be the only one, and must not be among the files."""
    [place] = snapshot.refused()
    assert place.location.path == path
    assert not any(name == path or name.startswith(f"{path}/") for name in snapshot.files())
    return place.message.en


def age(root: Path, path: str, seconds: int) -> None:
    """Makes a file look as if nobody had touched it for a while (its ctime is out of reach)."""
    then = time.time_ns() - seconds * 10**9
    os.utime(root / path, ns=(then, then))


# -- entries that are no plain files -----------------------------------------------------------------


def test_a_link_to_a_file(tree: Path) -> None:
    (tree / FILE).unlink()
    (tree / FILE).symlink_to(tree / "policies/firm.yaml")
    assert "symbolic link" in reason(WorkTree(tree), FILE)


def test_a_link_to_nowhere(tree: Path) -> None:
    (tree / FILE).unlink()
    (tree / FILE).symlink_to("/nowhere")
    assert "symbolic link" in reason(WorkTree(tree), FILE)


def test_a_link_to_a_folder(tree: Path) -> None:
    (tree / "vendors/moth").symlink_to(tree / "vendors/kite")
    assert "symbolic link" in reason(WorkTree(tree), "vendors/moth")


def test_a_link_for_a_whole_top_folder(tree: Path) -> None:
    (tree / "vendors").rename(tree / "elsewhere")
    (tree / "vendors").symlink_to(tree / "elsewhere")
    assert "symbolic link" in reason(WorkTree(tree), "vendors")


def test_a_link_that_runs_in_a_circle(tree: Path) -> None:
    (tree / "vendors/kite/orders/loop").symlink_to(tree / "vendors")
    assert "symbolic link" in reason(WorkTree(tree), "vendors/kite/orders/loop")


def test_an_executable_file(tree: Path) -> None:
    (tree / FILE).chmod(0o755)
    assert "executable" in reason(WorkTree(tree), FILE)


def test_a_disk_that_calls_every_file_executable(tree: Path) -> None:
    for path in REGISTER:
        (tree / path).chmod(0o777)
    assert WorkTree(tree).refused() == []
    assert sorted(WorkTree(tree).files()) == sorted(REGISTER)


def test_a_pipe_does_not_hang(tree: Path) -> None:
    os.mkfifo(tree / "vendors/kite/orders/journal/2026-01-01-audit.yaml")
    assert "a pipe" in reason(WorkTree(tree), "vendors/kite/orders/journal/2026-01-01-audit.yaml")


def test_a_repository_inside(tree: Path) -> None:
    Repo(tree / "vendors/moth")
    assert "submodule" in reason(WorkTree(tree), "vendors/moth")


def test_a_submodule_that_is_checked_out(tree: Path) -> None:
    write(tree, {"vendors/moth/.git": "gitdir: ../../.git/modules/moth\n"})
    assert "submodule" in reason(WorkTree(tree), "vendors/moth")


def test_what_file_managers_leave_behind_is_left_alone(tree: Path) -> None:
    write(tree, {"vendors/.DS_Store": b"\0", "vendors/kite/Thumbs.db": b"\0", "policies/desktop.ini": "x"})
    assert WorkTree(tree).refused() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(tree: Path) -> None:
    (tree / FILE).chmod(0)
    with pytest.raises(Unreadable, match="permission"):
        WorkTree(tree).read(FILE)
    (tree / "vendors/kite/orders").chmod(0)
    try:
        assert "permission" in reason(WorkTree(tree), "vendors/kite/orders")
    finally:
        (tree / "vendors/kite/orders").chmod(0o755)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotJudge, match="there is no folder"):
        WorkTree(tmp_path / "missing").files()


# -- sizes -------------------------------------------------------------------------------------------


def test_a_file_of_the_largest_size_is_read(tree: Path) -> None:
    write(tree, {FILE: b"x" * TEXT_LIMIT})
    assert len(WorkTree(tree).read(FILE)) == TEXT_LIMIT


def test_a_file_that_is_too_large(tree: Path) -> None:
    write(tree, {FILE: b"x" * (TEXT_LIMIT + 1)})
    with pytest.raises(Unreadable, match="262,145 bytes, the limit is 262,144") as caught:
        WorkTree(tree).read(FILE)
    assert caught.value.refusals[0].location == (FILE, 1, 1)


def test_evidence_may_be_larger_but_not_without_end(tree: Path) -> None:
    write(tree, {EVIDENCE: b"x" * (TEXT_LIMIT + 1)})
    assert WorkTree(tree).sha256(EVIDENCE) == hashlib.sha256(b"x" * (TEXT_LIMIT + 1)).hexdigest()
    with (tree / EVIDENCE).open("wb") as file:
        file.truncate(EVIDENCE_LIMIT + 1)
    with pytest.raises(Unreadable, match="the limit is 33,554,432"):
        WorkTree(tree).sha256(EVIDENCE)


# -- ids ---------------------------------------------------------------------------------------------


def test_an_id_stays_while_the_file_does(tree: Path) -> None:
    time.sleep(2.1)
    first, second = WorkTree(tree).files(), WorkTree(tree).files()
    assert first == second
    assert all(name.startswith("stat:") for name in first.values())


def test_a_file_just_written_goes_by_its_content(tree: Path) -> None:
    snapshot = WorkTree(tree)
    assert snapshot.files()[FILE] == f"blob:{snapshot.blob(FILE)}"


def test_the_same_times_and_size_do_not_hide_a_change(tree: Path) -> None:
    age(tree, FILE, 100)
    before, status = WorkTree(tree).files()[FILE], (tree / FILE).stat()
    write(tree, {FILE: "id: ETIK\n"})
    os.utime(tree / FILE, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (tree / FILE).stat().st_size == status.st_size
    assert WorkTree(tree).files()[FILE] != before


@pytest.mark.parametrize("fact", ["st_size", "st_mtime_ns", "st_ctime_ns", "st_ino"])
def test_whatever_the_disk_tells_of_a_change_changes_the_id(fact: str) -> None:
    status = {"st_size": 1, "st_mtime_ns": 2, "st_ctime_ns": 3, "st_ino": 4}
    before, after = (stat_id(SimpleNamespace(**facts)) for facts in (status, status | {fact: 9}))  # type: ignore[arg-type]
    assert before != after


def test_changes_of_settled_files_change_the_id(tree: Path) -> None:
    time.sleep(2.1)
    before = WorkTree(tree).files()[FILE]
    write(tree, {FILE: "id: ETIK\n"})
    after = WorkTree(tree).files()[FILE]
    assert before.startswith("stat:")
    assert after.startswith("blob:")


# -- all of it at once -------------------------------------------------------------------------------

OTHER_THAN_BEFORE = {
    "a content": lambda place: place.write_text("id: ETIK\n"),
    "a file more": lambda place: (place.parent / "journal/2026-01-02-audit.yaml").write_text("kind: audit\n"),
    "a file less": lambda place: place.unlink(),
    "another name": lambda place: place.rename(place.with_name("suppliers.yaml")),
    "a program": lambda place: place.chmod(0o755),
    "what is no file of a register": lambda place: (place.parent / "README.md").write_text("read me"),
    "a link": lambda place: (place.parent / "loop").symlink_to(place.parent),
    "a folder that is none of a register": lambda place: (place.parent / "Odd").mkdir(),
}


@pytest.mark.parametrize("settled", [0, disk.SETTLED], ids=["settled", "fresh"])
@pytest.mark.parametrize("name", OTHER_THAN_BEFORE)
def test_the_fingerprint_changes_with_whatever_is_found(
    name: str, settled: int, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "SETTLED", settled)
    before, again = WorkTree(tree).fingerprint(), WorkTree(tree).fingerprint()
    time.sleep(0.02)  # a tick of the file system's clock
    OTHER_THAN_BEFORE[name](tree / FILE)

    assert before == again
    assert WorkTree(tree).fingerprint() != before


# -- changes while looking ---------------------------------------------------------------------------


def changed_to_a_link(place: Path) -> None:
    (place.parent / "other.yaml").write_bytes(place.read_bytes())
    place.unlink()
    place.symlink_to(place.parent / "other.yaml")


def changed_to_a_pipe(place: Path) -> None:
    place.unlink()
    os.mkfifo(place)


def folder_changed_to_a_link(place: Path) -> None:
    place.parent.rename(place.parent.parent / "moved")
    write(place.parent.parent / "other", {place.name: "id: other\n"})
    place.parent.symlink_to(place.parent.parent / "other")


CHANGES = {
    "gone": lambda place: place.unlink(),
    "rewritten": lambda place: place.write_text("id: ETIK\n"),
    "grown": lambda place: place.write_text("id: kite and more\n"),
    "replaced": lambda place: (place.rename(place.with_name("old")), place.write_text("id: kite\n")),
    "a folder": lambda place: (place.unlink(), place.mkdir()),
    "a link": changed_to_a_link,
    "a pipe": changed_to_a_pipe,
    "behind a link": folder_changed_to_a_link,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("reading", ["read", "sha256", "blob"])
def test_a_file_that_changes_under_our_eyes(tree: Path, change: str, reading: str) -> None:
    snapshot = WorkTree(tree)
    assert FILE in snapshot.files()
    time.sleep(0.02)  # a tick of the file system's clock
    CHANGES[change](tree / FILE)
    with pytest.raises(CannotJudge, match="changed while it was being looked at") as caught:
        getattr(snapshot, reading)(FILE)
    assert caught.value.location == (FILE, 1, 1)


def test_the_commit_is_the_one_checked_out(repo: Repo) -> None:
    assert WorkTree(repo.path).commit == repo.git("rev-parse", "HEAD")


def test_without_git_there_is_no_commit(tree: Path) -> None:
    assert WorkTree(tree).commit is None
