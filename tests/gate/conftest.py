"""The example register under git, as a change finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.repos import Repo


@pytest.fixture(scope="session")
def upstream(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Repo:
    """The example, committed; tests put branches beside `start` and leave it alone."""
    made = Repo(tmp_path_factory.mktemp("gate") / "register")
    made.commit(example_files)
    made.git("branch", "start")
    return made


@pytest.fixture
def register(upstream: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The same, with the work tree as it was, and in it."""
    upstream.git("checkout", "--quiet", "--force", "--detach", "start")
    upstream.git("clean", "--quiet", "--force", "-d", "-x")
    monkeypatch.chdir(upstream.path)
    return upstream


@pytest.fixture(scope="session")
def root(upstream: Repo) -> Path:
    return upstream.path
