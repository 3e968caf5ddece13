"""Files are written whole or not at all: killed in the middle, many at once, on a full or closed disk."""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from vendorbook.editing import disk
from vendorbook.model import CannotJudge

STEM = "vendors/a/b/journal/2026-11-22-briefing"
PATH = f"{STEM}.yaml"
LARGE = b"note: " + b"x" * 200_000 + b"\n"
HUGE = b"note: " + b"x" * 8_000_000 + b"\n"
"""So long that writing it takes its time: whoever wrote in place would be caught at it."""


def in_another_process(act: Callable[[], None]) -> int:
    """Runs something in a process of its own, and gives that process's id."""
    child = os.fork()
    if child:
        return child
    try:
        act()
    finally:
        os._exit(0)


def strays(root: Path) -> list[Path]:
    return [each for each in root.iterdir() if each.name.startswith(".vendorbook-")]


def test_a_new_file_is_there_with_all_folders_and_nothing_beside_it(tmp_path: Path) -> None:
    disk.create(tmp_path, PATH, b"a: 1\n")
    assert (tmp_path / PATH).read_bytes() == b"a: 1\n"
    assert [each.name for each in (tmp_path / PATH).parent.iterdir()] == [f"{Path(PATH).name}"]
    assert strays(tmp_path) == []


def test_never_over_a_file_that_is_there(tmp_path: Path) -> None:
    disk.create(tmp_path, PATH, b"a: 1\n")
    with pytest.raises(CannotJudge) as told:
        disk.create(tmp_path, PATH, b"a: 2\n")
    assert told.value.location
    assert (tmp_path / PATH).read_bytes() == b"a: 1\n"
    assert strays(tmp_path) == []


def test_never_through_a_link(tmp_path: Path) -> None:
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotJudge):
        disk.create(tmp_path, PATH, b"a: 1\n")
    assert not (tmp_path / "elsewhere").exists()


def test_never_into_a_folder_that_is_a_link(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "register", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "vendors/a/b").mkdir(parents=True)
    (root / "vendors/a/b/journal").symlink_to(elsewhere)
    (elsewhere / "x.yaml").write_bytes(b"a: 1\n")
    with pytest.raises(CannotJudge, match="is a link"):
        disk.create(root, PATH, b"a: 1\n")
    with pytest.raises(CannotJudge, match="is a link"):
        disk.change(root, "vendors/a/b/journal/x.yaml", lambda _: b"a: 2\n")
    assert {each.name: each.read_bytes() for each in elsewhere.iterdir()} == {"x.yaml": b"a: 1\n"}


def test_the_second_of_a_name_has_a_number(tmp_path: Path) -> None:
    paths = [disk.create_numbered(tmp_path, STEM, ".yaml", b"a: 1\n") for _ in range(3)]
    assert paths == [PATH, f"{STEM}-2.yaml", f"{STEM}-3.yaml"]


def test_a_change_keeps_the_mode_and_an_equal_content_is_no_change(tmp_path: Path) -> None:
    disk.create(tmp_path, PATH, b"a: 1\n")
    mode = (tmp_path / PATH).stat().st_mode
    before = (tmp_path / PATH).stat().st_ino
    assert disk.change(tmp_path, PATH, lambda data: data) is False
    assert (tmp_path / PATH).stat().st_ino == before
    assert disk.change(tmp_path, PATH, lambda data: data + b"b: 2\n") is True
    assert (tmp_path / PATH).read_bytes() == b"a: 1\nb: 2\n"
    assert (tmp_path / PATH).stat().st_mode == mode


def test_what_another_program_wrote_meanwhile_is_not_lost(tmp_path: Path) -> None:
    disk.create(tmp_path, PATH, b"a: 1\n")

    def while_somebody_edits(_data: bytes) -> bytes:
        (tmp_path / PATH).write_bytes(b"a: 5\n")
        return b"a: 2\n"

    with pytest.raises(CannotJudge):
        disk.change(tmp_path, PATH, while_somebody_edits)
    assert (tmp_path / PATH).read_bytes() == b"a: 5\n"
    assert strays(tmp_path) == []


def test_what_is_put_over_a_file_is_whole_or_leaves_it_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "out.zip"
    disk.put(place, b"first")
    (tmp_path / "link").symlink_to(place)
    disk.put(tmp_path / "link", lambda file: file.write(b"second"))
    assert (place.read_bytes(), (tmp_path / "link").is_symlink()) == (b"second", True)

    def breaks(file: IO[bytes]) -> None:
        file.write(b"half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        disk.put(place, breaks)
    assert place.read_bytes() == b"second"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link", "out.zip"]
    with pytest.raises(FileNotFoundError, match=r"nowhere/out\.zip"):
        disk.put(tmp_path / "nowhere/out.zip", b"x")


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    handle = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    disk.put(pipe, b"x")
    assert (os.read(handle, 2), pipe.is_fifo()) == (b"x", True)
    os.close(handle)


def test_400_entries_of_one_name_written_at_once_are_400_files(tmp_path: Path) -> None:
    def ten(number: int) -> Callable[[], None]:
        def act() -> None:
            for each in range(10):
                disk.create_numbered(tmp_path, STEM, ".yaml", f"a: {number * 10 + each}\n".encode())

        return act

    children = [in_another_process(ten(number)) for number in range(40)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 40
    written = [each.read_text() for each in (tmp_path / PATH).parent.iterdir()]
    assert sorted(written) == sorted(f"a: {number}\n" for number in range(400))
    assert strays(tmp_path) == []


def test_200_changes_of_one_file_at_once_are_all_in_it(tmp_path: Path) -> None:
    disk.create(tmp_path, PATH, b"")

    def five(number: int) -> Callable[[], None]:
        def act() -> None:
            for each in range(5):
                disk.change(tmp_path, PATH, lambda data, n=number * 5 + each: data + f"k{n}: 1\n".encode())

        return act

    children = [in_another_process(five(number)) for number in range(40)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 40
    assert sorted((tmp_path / PATH).read_text().split("\n")[:-1]) == sorted(f"k{n}: 1" for n in range(200))


def test_150_kills_in_the_middle_of_writing_leave_no_torn_file_and_lose_none(tmp_path: Path) -> None:
    told, tell = os.pipe()
    disk.create(tmp_path, "vendors/a/supplier.yaml", b"n: 0\n" + HUGE)

    def writing() -> None:
        for number in range(1_000_000):
            path = disk.create_numbered(tmp_path, STEM, ".yaml", LARGE)
            os.write(tell, f"{path}\n".encode())
            disk.change(tmp_path, "vendors/a/supplier.yaml", lambda data, n=number: b"n: %d\n" % n + HUGE)

    chance = random.Random(7)
    kept: list[str] = []
    in_the_middle = torn = 0
    for _ in range(150):
        child = in_another_process(writing)
        kept += os.read(told, 1 << 16).decode().split()  # it is at work, however busy the machine
        time.sleep(chance.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        torn += (
            not (tmp_path / "vendors/a/supplier.yaml").read_bytes().endswith(b"\n" + HUGE)
        )  # the next run would mend it
        in_the_middle += bool(strays(tmp_path))
        for each in strays(tmp_path):
            each.unlink()

    files = {f"vendors/a/b/journal/{each.name}": each for each in (tmp_path / PATH).parent.iterdir()}
    assert [path for path, each in files.items() if each.read_bytes() != LARGE] == []
    assert set(kept) <= set(files)
    assert len(kept) >= 150
    assert torn == 0
    assert in_the_middle > 10


def test_what_a_killed_run_left_is_cleared_away_later_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    old, new = tmp_path / ".vendorbook-old.tmp", tmp_path / ".vendorbook-new.tmp"
    old.write_bytes(b"")
    new.write_bytes(b"")
    os.utime(old, (time.time() - 7200,) * 2)
    disk.create(tmp_path, PATH, b"a: 1\n")
    assert strays(tmp_path) == [new]


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    """A limit on the size of files stands in for it: a write ends after a part, as on a disk that fills up."""
    disk.create(tmp_path, PATH, b"a: 1\n")

    def act() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        for write in (
            lambda: disk.create(tmp_path, "vendors/a/supplier.yaml", LARGE),
            lambda: disk.change(tmp_path, PATH, lambda _: LARGE),
        ):
            try:
                write()
            except OSError:
                continue
            (tmp_path / "no error").touch()

    os.waitpid(in_another_process(act), 0)
    assert not (tmp_path / "no error").exists()
    assert not (tmp_path / "vendors/a/supplier.yaml").exists()
    assert (tmp_path / PATH).read_bytes() == b"a: 1\n"
    assert strays(tmp_path) == []


@pytest.mark.parametrize("name", ["link", "fsync"])
def test_no_permission_is_an_error_that_leaves_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, name, refused)
    with pytest.raises(PermissionError):
        disk.create(tmp_path, PATH, b"a: 1\n")
    assert not (tmp_path / PATH).exists()
    assert strays(tmp_path) == []
