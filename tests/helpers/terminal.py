"""A program on a terminal of its own, typed to as by a person; nothing is waited for longer than some seconds."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE = 60
"""Seconds after which nothing more is said, on the slowest of machines."""

INTERRUPT, END = "\x03", "\x04"
"""Ctrl-C and Ctrl-D."""


class Terminal:
    """One program: what it has said so far, and its status once it has ended."""

    def __init__(self, command: Sequence[str | Path], where: Path, env: Mapping[str, str]) -> None:
        self._here, there = pty.openpty()
        self.said = ""
        self._heard = 0
        self._until = time.monotonic() + PATIENCE
        self._program = subprocess.Popen(
            command, cwd=where, env=dict(env), stdin=there, stdout=there, stderr=there, preexec_fn=_of_its_own
        )
        os.close(there)

    def asked(self, question: str) -> None:
        """Waits until a question stands there, behind what was answered last."""
        while (at := self.said.find(question, self._heard)) < 0:
            assert self._hear(), f"{question!r} was not asked: {self.said}"
        self._heard = at + len(question)

    def type(self, text: str) -> None:
        os.write(self._here, text.encode())

    def ended(self, pressed: str = "") -> int:
        """The status, when the program has said all.

        A key is pressed again every second until then: a program that is only about to listen may miss a signal.
        """
        self.type(pressed)
        while self._hear(pressed):
            pass
        os.close(self._here)
        return self._program.wait(timeout=max(self._until - time.monotonic(), 1))

    def _hear(self, pressed: str = "") -> bool:
        """Whether there was more to hear."""
        while not select.select([self._here], [], [], 1)[0]:
            if time.monotonic() > self._until:
                self._program.kill()
                raise AssertionError(f"nothing more was said: {self.said}")
            self.type(pressed)
        try:
            data = os.read(self._here, 1 << 16)
        except OSError:  # the other side has closed it
            data = b""
        self.said += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)


def _of_its_own() -> None:
    """A session whose terminal this is, so that Ctrl-C reaches the program."""
    import fcntl

    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
