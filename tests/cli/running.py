"""Commands run as users run them: in this process, where that is enough, or as the installed program."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.helpers.repos import surroundings
from vendorbook.cli.boundary import status

INSTALLED = Path(sys.executable).parent / "vendorbook"
"""The command beside this Python, not one of the machine's."""

_SECONDS = 20
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class Ran(NamedTuple):
    """What a command came to."""

    status: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ran:
    """A command line in this process. It must end within seconds, and print nothing that acts on a terminal."""
    capsys.readouterr()
    before = time.process_time()
    result = status(list(arguments))
    took = time.process_time() - before
    ran = Ran(result, *capsys.readouterr())
    assert took < _SECONDS
    assert_harmless(ran)
    return ran


def run_installed(where: Path, *arguments: str, env: Mapping[str, str] | None = None) -> Ran:
    """The installed command in a folder, with nothing of the machine's git configuration or cache."""
    done = subprocess.run(
        [INSTALLED, *arguments],
        cwd=where,
        env=surroundings() | {"XDG_CACHE_HOME": str(where.parent / "cache")} | dict(env or {}),
        capture_output=True,
        check=False,
        timeout=120,
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert_harmless(ran)
    return ran


def assert_harmless(ran: Ran) -> None:
    """No traceback, and no character that cannot be seen."""
    assert "Traceback" not in ran.err + ran.out, ran.err
    for text in (ran.out, ran.err):
        unseen = {each for each in set(text) - {"\n"} if unicodedata.category(each) in _UNSEEN}
        assert unseen == set(), [ascii(each) for each in unseen]


def from_scratch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the surroundings decides on form, language or colour."""
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "VENDORBOOK_LANG", *(name for name in os.environ if name[:4] == "GIT_")):
        monkeypatch.delenv(name, raising=False)
