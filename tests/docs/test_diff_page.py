"""The page on `diff`: whoever makes the change that it shows is told what it shows."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.pages import DOCS, Page, changed, shows
from tests.helpers.repos import Repo, surroundings

AUTHOR = {"GIT_AUTHOR_EMAIL": "xi.shouwang@paper-boat.example"}
PAGES = [Page.of(DOCS / name) for name in ("diff.md", "diff.en.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_it_shows_what_there_is(page: Page, example_files: dict[str, bytes], tmp_path: Path) -> None:
    repo = Repo(tmp_path / "register")
    repo.commit(example_files)
    repo.git("checkout", "--quiet", "-b", "change")
    for block in page.in_role("change"):
        file = repo.path / block.about
        repo.stage({block.about: changed(file.read_text("utf-8"), block.text)})
    repo.git("commit", "--quiet", "--message", "a change", env=AUTHOR)
    [shown] = page.in_role("diff")
    printed = _runs(repo.path, shown.about)

    assert shows(shown.text, printed), printed


def _runs(root: Path, command: str) -> str:
    environment = surroundings() | {"PYTHONPATH": os.fspath(ROOT / "tooling"), "XDG_CACHE_HOME": f"{root}-cache"}
    arguments = [sys.executable, "-m", *shlex.split(command)]
    done = subprocess.run(arguments, cwd=root, env=environment, capture_output=True, check=True, timeout=120)
    return done.stdout.decode()
