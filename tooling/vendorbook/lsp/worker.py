"""Judging beside the conversation with the editor: one thread, the newest question first come."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread

from vendorbook.lsp.focus import Focus

_RUN = (sys.executable, "-P", "-m", "vendorbook")
"""The tool itself, whatever lies in the folder that the editor was started in."""


class Ran:
    """What a command came to."""

    def __init__(self, status: int, said: str) -> None:
        self.status = status
        self.said = said


class Commands:
    """Runs the tool's own commands as others do; all of them end when the conversation does."""

    def __init__(self) -> None:
        self._running: set[subprocess.Popen[bytes]] = set()
        self._ended = False

    def run(self, *arguments: str) -> Ran:
        """Runs to the end; nothing is asked of anybody."""
        if self._ended:
            return Ran(2, "")
        process = subprocess.Popen(  # noqa: S603  # ourselves, and arguments of ours
            [*_RUN, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        self._running.add(process)
        try:
            said = process.communicate()[0]
        finally:
            self._running.discard(process)
        return Ran(process.returncode, said.decode("utf-8", "replace"))

    def end(self) -> None:
        self._ended = True
        for process in list(self._running):
            with suppress(OSError):
                process.kill()


class Worker:
    """Looks at one focus after the other; one that is asked for again while it waits is looked at once."""

    def __init__(self, look: Callable[[Focus], None], failed: Callable[[Exception], None]) -> None:
        self._look = look
        self._failed = failed
        self._waiting: dict[Focus, None] = {}
        self._change = Condition()
        Thread(target=self._work, daemon=True).start()

    def ask(self, *foci: Focus) -> None:
        with self._change:
            self._waiting.update(dict.fromkeys(foci))
            self._change.notify()

    def _work(self) -> None:
        while True:
            with self._change:
                while not self._waiting:
                    self._change.wait()
                focus = next(reversed(self._waiting))
                del self._waiting[focus]
            try:
                self._look(focus)
            except Exception as error:  # told to the editor; the next question may have an answer
                self._failed(error)
