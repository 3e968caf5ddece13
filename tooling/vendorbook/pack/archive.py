"""A pack as a zip file: nothing is compressed, so that the same files are the same bytes everywhere, and a reader can
write the archive again and see that nothing else is in it."""

from __future__ import annotations

import io
import struct
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from vendorbook.editing import disk
from vendorbook.model import CannotJudge, Text
from vendorbook.pack.verify import NAME, Wrong

_PLAIN_FILE = 0o100644
_LARGEST = 2**31 - 1
_END = 22
_MOST_FILES = 60_000
_LONGEST_ENTRY = 500
_CHUNK = 1024 * 1024

_UNREADABLE = (BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError, RuntimeError, struct.error)
"""What the standard library raises on a damaged zip file."""

Moment = tuple[int, int, int, int, int, int]


def write(path: Path, files: Mapping[str, bytes], when: datetime) -> None:
    """Writes the archive in one step: it is there whole, or as it was before. Raises CannotJudge for too much of it."""
    if sum(map(len, files.values())) > _LARGEST or len(files) > _MOST_FILES:
        raise CannotJudge(_TOO_MUCH)
    disk.put(path, lambda file: _write(file, files, moment_of(when)))


def moment_of(when: datetime) -> Moment:
    """A time as zip files state it: to two seconds, and from 1980 on."""
    moment = (when.year, when.month, when.day, when.hour, when.minute, when.second // 2 * 2)
    return min(max(moment, (1980, 1, 1, 0, 0, 0)), (2107, 12, 31, 23, 59, 58))


def _write(file: IO[bytes], files: Mapping[str, bytes], moment: Moment) -> None:
    with ZipFile(file, "w", ZIP_STORED, allowZip64=False) as archive:
        for path in sorted(files):
            entry = ZipInfo(path, moment)
            entry.create_system = 3
            entry.external_attr = _PLAIN_FILE << 16
            archive.writestr(entry, files[path])


class Archive(Mapping[str, bytes]):
    """The files of an archive by path, read when they are asked for."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._entries = {entry.filename: entry for entry in archive.infolist()}
        self.moment: Moment = next((entry.date_time for entry in archive.infolist()), (1980, 1, 1, 0, 0, 0))

    def __getitem__(self, path: str) -> bytes:
        return self._archive.read(self._entries[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def opened(file: IO[bytes], name: str) -> Archive | list[Wrong]:
    """The archive, where it is one that `write` writes; else all that is wrong with it.

    Refused with their names: what is compressed (and may be a bomb), links, paths that lead elsewhere or are there
    twice, and whatever does not have the checksum that the archive states. `name` is what the file is called.
    """
    try:
        return _checked(file, name)
    except _UNREADABLE as reason:
        return [Wrong(name, f"不是可讀取之 zip 檔（{reason}）", f"is no zip file that can be read ({reason})")]


def _checked(file: IO[bytes], name: str) -> Archive | list[Wrong]:
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _END))
    end = file.read(_END)
    length, starts = int.from_bytes(end[12:16], "little"), int.from_bytes(end[16:20], "little")
    if end[:4] != b"PK\5\6" or starts + length + _END != size or length > _MOST_FILES * _LONGEST_ENTRY:
        return [Wrong(name, "檔尾不是 vendorbook 所寫之 zip 檔", "does not end as a zip file that vendorbook writes")]
    zipped = ZipFile(file)
    if found := list(_of_entries(zipped)):
        return found
    archive = Archive(zipped)
    if found := list(_of_checksums(archive)):
        return found
    at = _first_difference(file, archive)
    if at is None:
        return archive
    where = _entry_at(zipped, at)
    return [
        Wrong(
            where or name,
            f"zip 檔第 {at} 位元組不是 vendorbook 所寫者（標頭、順序、時間，或夾帶之內容）",
            f"byte {at} of the zip file is not as vendorbook writes it (a header, the order, a time, or an addition)",
        )
    ]


def _of_entries(zipped: ZipFile) -> Iterator[Wrong]:
    seen: set[str] = set()
    for entry in zipped.infolist():
        path = entry.filename
        if not NAME.fullmatch(path):
            yield Wrong(path, "不是封存檔內可用之路徑", "is no path that a pack has")
        elif path.casefold() in seen:
            yield Wrong(path, "重複之路徑", "is there twice")
        elif entry.compress_type != ZIP_STORED or entry.file_size != entry.compress_size or entry.flag_bits:
            yield Wrong(path, "經壓縮或加密", "is compressed or encrypted")
        elif entry.external_attr >> 16 != _PLAIN_FILE:
            yield Wrong(path, "不是一般檔案（例如符號連結）", "is no plain file (a symbolic link, for one)")
        seen.add(path.casefold())


def _of_checksums(archive: Archive) -> Iterator[Wrong]:
    for path in archive:
        try:
            archive[path]
        except _UNREADABLE:
            yield Wrong(
                path,
                "內容與 zip 檔之檢查碼不符，或標頭損壞",
                "does not fit its checksum in the zip file, or its header",
            )


def _first_difference(file: IO[bytes], archive: Archive) -> int | None:
    """Where the archive is not what `write` makes of its files; None where it is."""
    with tempfile.TemporaryFile() as again:
        _write(again, archive, archive.moment)
        again.seek(0)
        file.seek(0)
        at = 0
        while True:
            ours, theirs = again.read(_CHUNK), file.read(_CHUNK)
            if ours != theirs:
                pairs = zip(ours, theirs, strict=False)
                same = next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(ours), len(theirs)))
                return at + same
            if not ours:
                return None
            at += len(ours)


def _entry_at(zipped: ZipFile, at: int) -> str:
    """The entry whose header or content a byte stands in; empty where it is in none's."""
    before = [entry for entry in zipped.infolist() if entry.header_offset <= at < zipped.start_dir]
    return max(before, key=lambda entry: entry.header_offset).filename if before else ""


_TOO_MUCH = Text(
    "封存檔之內容超過 2 GiB；請指明一個委外案，或將大型文件存於他處，以 uri 與 sha256 引用",
    "a pack holds at most 2 GiB: ask for one engagement, or keep large documents elsewhere, by uri and sha256",
)
