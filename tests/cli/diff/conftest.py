"""A repository with a change on a branch."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.diff.changes import DAY, Edits, Run, edits
from tests.helpers.repos import Repo


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Repo:
    repo = Repo(tmp_path_factory.mktemp("start") / "register")
    suppliers = ("vendors/banyan-cloudworks/", "vendors/night-owl/", "policies/", "schemas/")
    repo.commit({path: data for path, data in example_files.items() if path.startswith(suppliers)})
    repo.git("tag", "start")
    return repo


@pytest.fixture
def repo(start: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A clone of it on the branch `change`, with `main` beside it, as the folder one stands in."""
    clone = start.clone(tmp_path / "clone")
    clone.git("checkout", "--quiet", "-b", "change")
    monkeypatch.chdir(clone.path)
    return clone


@pytest.fixture
def told(repo: Repo, example: dict[str, bytes], vendorbook: Run) -> Callable[..., Any]:
    """What is told, as data, of replacing texts in files of the example, and of files as they are given."""

    def tell(*replaced: tuple[str, str, str], files: Edits | None = None, of: str = "main..change") -> Any:
        repo.commit(edits(example, *replaced) | (files or {}))
        ran = vendorbook("diff", of, *DAY, "--format", "json")
        assert (ran.status, ran.err) == (0, "")
        return json.loads(ran.out)

    return tell
