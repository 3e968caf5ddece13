"""Where output goes: UTF-8 whatever the machine's locale, and no complaint when its reader has gone."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from typing import Any, TextIO, cast


def prepare() -> None:
    """Makes the standard streams fit to print to."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            stream = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
        if isinstance(stream, io.TextIOWrapper):
            # A terminal knows best what it can show; a file or a pipe is to hold the same bytes everywhere.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
        setattr(sys, name, cast("TextIO", Patient(stream)))


def give_up(stream: TextIO) -> None:
    """Sends all that is still to be written nowhere: the interpreter would try again, and complain, on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def give_up_unwritten() -> None:
    """As `give_up`, for standard output that cannot be written out."""
    try:
        sys.stdout.flush()
    except OSError:
        give_up(sys.stdout)


class Patient:
    """A stream that goes on when its reader (`| head`) has gone: the exit status still tells the verdict."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._unless_gone(lambda: self._stream.write(text)) or len(text)

    def flush(self) -> None:
        self._unless_gone(self._stream.flush)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _unless_gone(self, act: Callable[[], int | None]) -> int | None:
        try:
            return act()
        except BrokenPipeError:
            give_up(self._stream)
            return None
