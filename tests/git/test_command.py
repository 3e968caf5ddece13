"""A call of git ends in an answer or in words, in bounded time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from vendorbook.git import command
from vendorbook.model import CannotJudge


def pretend(place: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a program named git before the real one."""
    place.mkdir()
    (place / "git").write_text(f"#!/bin/sh\n{script}\n")
    (place / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")


def test_what_git_complains_of_is_told_in_one_clean_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = '[ "$1" = version ] && exec echo git version 2.40.0'
    script = rf"{version}; printf 'warning: first\nfatal: \033[31mred \r::error::x\n\n' >&2; exit 128"
    pretend(tmp_path / "bin", script, monkeypatch)
    with pytest.raises(CannotJudge, match=r"red ::error::x$") as caught:
        command.run(tmp_path, "ls-files")
    assert caught.value.message.en.isprintable()
    assert caught.value.message.zh_tw.isprintable()
    assert "first" not in caught.value.message.en


def test_a_git_that_does_not_even_tell_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitPython tries that when it is imported, so this needs a process of its own."""
    pretend(tmp_path / "bin", "exit 127", monkeypatch)
    asks = "from pathlib import Path; from vendorbook.git import is_shallow; is_shallow(Path())"
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=False)
    assert "there is no git that works" in done.stderr.splitlines()[-1]


def test_a_silent_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path / "bin", "exit 3", monkeypatch)
    with pytest.raises(CannotJudge, match="git cannot read"):
        command.run(tmp_path, "ls-files")


def test_a_git_that_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path / "bin", '[ "$1" = version ] || exec sleep 60', monkeypatch)
    monkeypatch.setattr(command, "_SECONDS", 0.3)
    with pytest.raises(CannotJudge, match="did not get done"):
        command.run(tmp_path, "ls-files")
