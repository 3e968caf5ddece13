"""Files that are written whole or not at all; those of a register never over one another.

What is being written lies at the top of the register, beside the folders that are looked at: whatever ends a run
half-way leaves no file there that `check` would find. Strays of such runs are cleared away by a later one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import ENOENT
from itertools import count
from pathlib import Path
from tempfile import mkstemp
from typing import IO, TypeAlias

from vendorbook.model import CannotJudge, Location, Text

_PREFIX, _SUFFIX = ".vendorbook-", ".tmp"
_FORSAKEN = 3600
"""Seconds after which a file that is being written has been forsaken."""

_MOST = 100_000

Content: TypeAlias = bytes | Callable[[IO[bytes]], object]
"""Of a file: its bytes, or what writes them."""


def create(root: Path, path: str, data: bytes) -> None:
    """Writes a new file; raises CannotJudge where there is one of that name, and OSError where it cannot."""
    if not _created(root, path, data):
        raise CannotJudge(_there_already(path), Location(path, 1, 1))


def create_numbered(root: Path, stem: str, suffix: str, data: bytes) -> str:
    """Writes a new file of the first name that is free: `<stem><suffix>`, `<stem>-2<suffix>`, …; gives its path.

    However many do so at once, each gets a name of its own.
    """
    for number in count(1):
        path = f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}"
        if not (root / path).exists() and _created(root, path, data):
            return path
        if number == _MOST:
            break
    raise CannotJudge(_there_already(f"{stem}{suffix}"), Location(f"{stem}{suffix}", 1, 1))


def change(root: Path, path: str, how: Callable[[bytes], bytes]) -> bool:
    """Puts what `how` makes of a file in its place, and tells whether it is another; nobody else changes it meanwhile.

    Whoever writes past this (an editor) is noticed until the very moment of replacing.
    """
    place = _own_place(root, path)
    with _alone(place.parent):
        before = place.read_bytes()
        after = how(before)
        if after == before:
            return False
        with _written(root, after, place.stat().st_mode & 0o777) as whole:
            if place.read_bytes() != before:
                raise CannotJudge(_CHANGED, Location(path, 1, 1))
            os.replace(whole, place)
        _settle(place.parent)
    return True


def put(place: Path, content: Content) -> None:
    """Puts content at a place outside of any register, over the file that is there: it is whole then, or as it was.

    A link is followed; what is no file (a pipe, a terminal) is written to as it is.
    """
    real = place.resolve()
    if real.exists() and not real.is_file():
        with real.open("wb") as file:
            _fill(file, content)
        return
    expect_folder(place)
    with _written(real.parent, content, _usual_mode()) as whole:
        os.replace(whole, real)
    _settle(real.parent)


def expect_folder(place: Path) -> None:
    """Raises FileNotFoundError where nothing could be put for want of a folder: of use before the work as well.

    It names the place, and not one that nobody has given.
    """
    if not place.resolve().parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(place))


def _created(root: Path, path: str, data: bytes) -> bool:
    place = _own_place(root, path)
    _make_folder(place.parent)
    with _written(root, data, _usual_mode()) as whole:
        try:
            os.link(whole, place)  # unlike a rename, never over a file that is there
        except FileExistsError:
            return False
    _settle(place.parent)
    return True


def _own_place(root: Path, path: str) -> Path:
    """The place of a path. Raises CannotJudge where a folder on the way is a link: that leads out of the register."""
    place = root / path
    for folder in list(place.parents)[: path.count("/")]:
        if folder.is_symlink():
            raise CannotJudge(_linked(folder.relative_to(root).as_posix()))
    return place


def _make_folder(folder: Path) -> None:
    """Each folder on the way is on the disk before anything is put into it."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir()
        _settle(folder.parent)


def _usual_mode() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


@contextmanager
def _written(root: Path, content: Content, mode: int) -> Iterator[Path]:
    """A file with this content, wholly on the disk, for as long as the block lasts."""
    _clear(root)
    handle, name = mkstemp(_SUFFIX, _PREFIX, root)
    whole = Path(name)
    try:
        with open(handle, "wb") as file:
            _fill(file, content)
            file.flush()
            os.fsync(file.fileno())
        whole.chmod(mode)
        yield whole
    finally:
        whole.unlink(missing_ok=True)


def _fill(file: IO[bytes], content: Content) -> None:
    if isinstance(content, bytes):
        file.write(content)
    else:
        content(file)


def _clear(root: Path) -> None:
    for stray in root.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if stray.stat().st_mtime < time.time() - _FORSAKEN:
                stray.unlink()


def _settle(folder: Path) -> None:
    """Makes sure that what a folder lists is on the disk; where folders cannot be opened, that is so anyway."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Others of us who want to change a file of the folder wait; the lock goes with the process, however that ends."""
    if os.name == "nt":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _linked(folder: str) -> Text:
    return Text(
        f"{folder} 是連結，可能指到登錄冊之外，未寫入任何內容",
        f"{folder} is a link and may lead out of the register; nothing was written",
    )


def _there_already(path: str) -> Text:
    return Text(f"{path} 已存在，未寫入任何內容", f"{path} is there already; nothing was written")


_CHANGED = Text(
    "檔案在寫入時被別的程式改動，未寫入任何內容；請再執行一次",
    "another program changed the file meanwhile; nothing was written, run this again",
)
