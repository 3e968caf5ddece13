"""Every name is a register's or is refused with a reason, and the same in memory, on disk and in git."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.repos import Repo, write
from tests.repository.cases import ALLOWED, REFUSED
from vendorbook.model import Location
from vendorbook.repository import Memory, Snapshot, WorkTree
from vendorbook.repository.git_objects import Commit


@pytest.mark.parametrize("path", ALLOWED)
def test_names_of_a_register(path: str) -> None:
    snapshot = Memory({path: "x"})
    assert list(snapshot.files()) == [path]
    assert snapshot.refused() == []


def assert_refused(snapshot: Snapshot, path: str) -> None:
    where, message = REFUSED[path]
    assert list(snapshot.files()) == []
    [place] = snapshot.refused()
    assert place.location == Location(where, 1, 1)
    assert message in place.message.en
    assert place.message.zh_tw.isprintable()
    assert place.message.en.isprintable()
    assert "請" in place.message.zh_tw, "it says what to do"


@pytest.mark.parametrize("path", REFUSED, ids=ascii)
def test_refused_names(path: str) -> None:
    assert_refused(Memory({path: "x"}), path)


@pytest.mark.parametrize("path", REFUSED, ids=ascii)
def test_refused_names_on_disk(path: str, tmp_path: Path) -> None:
    """The folders are gone into no further than names go, so a file may be refused by its folder."""
    write(tmp_path, {path: "x"})
    snapshot = WorkTree(tmp_path)
    assert list(snapshot.files()) == []
    [place] = snapshot.refused()
    where, message = REFUSED[path]
    assert where.startswith(place.location.path)
    if where == place.location.path:
        assert message in place.message.en


@pytest.mark.parametrize("path", REFUSED, ids=ascii)
def test_refused_names_in_a_commit(path: str, tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.index([("100644", repo.blob(b"x"), path.encode("utf-8", "surrogateescape"))])
    repo.commit_index()
    assert_refused(Commit(tmp_path, "HEAD"), path)


def test_one_word_for_a_whole_folder() -> None:
    snapshot = Memory({f"vendors/.venv/lib/{number}/x.py": "x" for number in range(50)})
    assert [place.location.path for place in snapshot.refused()] == ["vendors/.venv"]


def test_what_lies_elsewhere_is_not_looked_at(tmp_path: Path) -> None:
    files = {
        "README.md": "x",
        "secrets.py": "x",
        "docs/vendors/x": "x",
        "vendors.yaml": "x",
        ".vendors/x": "x",
    }
    write(tmp_path, files)
    repo = Repo(tmp_path)
    repo.commit({})
    for snapshot in (Memory(files), WorkTree(tmp_path), Commit(tmp_path, "HEAD")):
        assert (dict(snapshot.files()), snapshot.refused()) == ({}, [])


TWINS = {
    "of a file": (("vendors/kite/supplier.yaml", "vendors/kite/Supplier.yaml"), "vendors/kite/Supplier.yaml"),
    "of a folder": (("vendors/kite/supplier.yaml", "vendors/KITE/x/engagement.yaml"), "vendors/KITE"),
    "of the top": (("vendors/kite/supplier.yaml", "Vendors/kite/x.yaml"), "Vendors"),
    "in evidence": (
        ("vendors/kite/evidence/a.pdf", "vendors/kite/evidence/a.PDF"),
        "vendors/kite/evidence/a.PDF",
    ),
}


@pytest.mark.parametrize("case", TWINS)
def test_case_twins(case: str, tmp_path: Path) -> None:
    paths, twin = TWINS[case]
    write(tmp_path, dict.fromkeys(paths, "x"))
    repo = Repo(tmp_path)
    repo.commit({})
    snapshots: list[Snapshot] = [WorkTree(tmp_path), Commit(tmp_path, "HEAD")]
    snapshots += [] if case == "of the top" else [Memory(dict.fromkeys(paths, "x"))]
    for snapshot in snapshots:
        assert list(snapshot.files()) == [paths[0]]
        [place] = snapshot.refused()
        assert place.location.path == twin
        assert "only in upper and lower case" in place.message.en


def test_twins_of_which_neither_is_right() -> None:
    places = Memory({"vendors/KITE/supplier.yaml": "x", "vendors/Kite/supplier.yaml": "x"}).refused()
    assert [place.location.path for place in places] == ["vendors/KITE/supplier.yaml", "vendors/Kite"]


def test_a_top_folder_in_capitals_is_not_overlooked(tmp_path: Path) -> None:
    write(tmp_path, {"Vendors/kite/supplier.yaml": "x"})
    repo = Repo(tmp_path)
    repo.commit({})
    for snapshot in (WorkTree(tmp_path), Commit(tmp_path, "HEAD")):
        [place] = snapshot.refused()
        assert "Vendors is not lower-case" in place.message.en


def test_a_path_without_end_is_cut_short() -> None:
    [place] = Memory({"vendors/" + "x/" * 5000 + "supplier.yaml": "x"}).refused()
    assert len(place.location.path) < 300
    assert place.location.path.endswith("x/…")


def test_the_disk_is_not_gone_into_without_end(tmp_path: Path) -> None:
    write(tmp_path, {"vendors/" + "x/" * 100 + "supplier.yaml": "x"})
    [place] = WorkTree(tmp_path).refused()
    assert place.location.path == "vendors/x/x/x/x"
    assert "deeper than any folder" in place.message.en


def test_very_many_odd_names_are_sorted_in_time() -> None:
    """Quadratic work would take minutes here."""
    snapshot = Memory({f"vendors/S{number}/supplier.yaml": "x" for number in range(20_000)})
    assert len(snapshot.refused()) == 20_000
