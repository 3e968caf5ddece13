"""Zip files that vendorbook did not write: each is refused, with what is wrong with it, and nothing is unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pack.conftest import AS_OF, zipped
from vendorbook.pack import checking
from vendorbook.pack.checking import Asked

WHEN = (2026, 11, 12, 11, 0, 0)


def entry(name: str, mode: int = 0o100644, compressed: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, WHEN)
    made.create_system, made.external_attr, made.compress_type = 3, mode << 16, compressed
    return made


def with_extra() -> zipfile.ZipInfo:
    made = entry("a")
    made.extra = b"\xfe\xca\x04\x00abcd"
    return made


def commented() -> zipfile.ZipInfo:
    made = entry("a")
    made.comment = b"said"
    return made


HOSTILE: dict[str, tuple[Callable[[], list[tuple[zipfile.ZipInfo, bytes]]], str, str]] = {
    "zip slip": (lambda: [(entry("../../etc/passwd"), b"x")], "../../etc/passwd", "no path"),
    "an absolute path": (lambda: [(entry("/etc/passwd"), b"x")], "/etc/passwd", "no path"),
    "a hidden folder": (lambda: [(entry(".git/config"), b"x")], ".git/config", "no path"),
    "a path of Windows": (lambda: [(entry("c:x"), b"x")], "c:x", "no path"),
    "a name with an order": (lambda: [(entry("a\x1b[2J"), b"x")], "a\x1b[2J", "no path"),
    "a folder": (lambda: [(entry("a/"), b"")], "a/", "no path"),
    "a symbolic link": (lambda: [(entry("a", 0o120777), b"/etc/passwd")], "a", "plain file"),
    "an executable": (lambda: [(entry("a", 0o100755), b"x")], "a", "plain file"),
    "twice": (lambda: [(entry("a"), b"x"), (entry("a"), b"y")], "a", "twice"),
    "case twins": (lambda: [(entry("a"), b"x"), (entry("A"), b"y")], "A", "twice"),
    "a bomb": (lambda: [(entry("a", compressed=zipfile.ZIP_DEFLATED), bytes(10**7))], "a", "compressed"),
    "an extra field": (lambda: [(with_extra(), b"x")], "a", "byte"),
    "a comment": (lambda: [(commented(), b"x")], "pack.zip", "byte"),
    "another order": (lambda: [(entry("b"), b"x"), (entry("a"), b"y")], "b", "byte"),
    "nothing": (list, "manifest.json", "no manifest"),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", HOSTILE)
def test_what_vendorbook_does_not_write_is_refused(name: str, tmp_path: Path) -> None:
    entries, path, said = HOSTILE[name]
    place = tmp_path / "pack.zip"
    place.write_bytes(zipped(entries()))
    found = checking.checked(place, Asked(None, None, AS_OF)).wrong
    assert [each.path for each in found if said in each.en] == [path], found
    assert [each.name for each in tmp_path.iterdir()] == ["pack.zip"]


BYTES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "no zip": lambda _: b"%PDF-1.7\n" * 100,
    "cut short": lambda data: data[:-30],
    "an end alone": lambda data: data[-22:],
    "something before": lambda data: b"#!/bin/sh\n" + data,
    "something behind": lambda data: data + b"x",
    "another pack behind": lambda data: data + data,
    "a directory that is said to be huge": lambda data: data[:-10] + b"\xff\xff\xff\xff" + data[-6:],
    "a directory elsewhere": lambda data: data[:-6] + b"\xff\xff\xff\x7f" + data[-2:],
}


@pytest.mark.parametrize("name", BYTES)
def test_what_is_no_such_zip_file_is_told(name: str, packed: Path, tmp_path: Path) -> None:
    place = tmp_path / "pack.zip"
    place.write_bytes(BYTES[name](packed.read_bytes()))
    assert checking.checked(place, Asked(None, None, AS_OF)).wrong
