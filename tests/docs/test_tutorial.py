"""Whoever follows the tutorial, in one shell from beginning to end, sees what it shows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.pages import DOCS, Page, changed, shows
from tests.helpers.repos import surroundings

PAGES = [Page.of(DOCS / name) for name in ("tutorial.md", "tutorial.en.md")]
_END = "== the end of a step =="


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_command_prints_what_the_page_shows(page: Page, tmp_path: Path) -> None:
    shown = {block.about: block.text for block in page.in_role("prints")}
    steps = [block.about for block in page.in_role("step")]
    with Shell(tmp_path) as shell:
        printed = dict(_followed(page, shell))

    assert list(shown) == steps
    for name in steps:
        assert shows(shown[name], printed[name]), f"{name}\n{printed[name]}"


def _followed(page: Page, shell: Shell) -> Iterator[tuple[str, str]]:
    for block in page.in_role("step", "keep", "edit"):
        if block.role == "step":
            yield block.about, shell.runs(block.text)
            continue
        file = shell.register / block.about
        text = block.text if block.role == "keep" else changed(file.read_text("utf-8"), block.text)
        file.write_text(text, encoding="utf-8")


class Shell:
    """One bash, in a folder of its own, with the command of this checkout."""

    def __init__(self, folder: Path) -> None:
        self.register = folder / "register"
        self._bin = folder / "bin"
        self._bin.mkdir()
        command = self._bin / "vendorbook"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m vendorbook "$@"\n')
        command.chmod(0o755)
        environment = surroundings() | {"PYTHONPATH": str(ROOT / "tooling"), "XDG_CACHE_HOME": str(folder / "cache")}
        for name in [each for each in environment if each.startswith(("GIT_AUTHOR_", "GIT_COMMITTER_"))]:
            del environment[name]  # the page says who commits, and when
        environment["PATH"] = f"{self._bin}:{environment['PATH']}"
        self._process = subprocess.Popen(
            ["bash", "--norc"],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> Shell:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def runs(self, commands: str) -> str:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{commands}\necho '{_END}'\n")
        self._process.stdin.flush()
        lines = iter(self._process.stdout.readline, f"{_END}\n")
        return "".join(line for line in _unless_ended(lines))


def _unless_ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        assert line, "the shell has ended"
        yield line
