"""The example register under git, as a change finds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran, run
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


@pytest.fixture
def repo(tmp_path: Path, example_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The example, committed; one that a test may spoil."""
    made = Repo(tmp_path / "register")
    made.commit(example_files)
    monkeypatch.chdir(made.path)
    return made


@pytest.fixture
def gate(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def asked(base: str, head: str, *more: str) -> Ran:
        return run(capsys, "gate", f"--base={base}", f"--head={head}", "--as-of=2026-11-22", "--lang=en", *more)

    return asked
