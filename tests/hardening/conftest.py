"""The small register on disk, and one cache for all of these tests: only what each changes is read anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import Ran, from_scratch, run
from tests.cli.small import OnDisk, small
from tests.helpers.repos import Repo


@pytest.fixture(scope="session")
def _shared(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> OnDisk:
    return OnDisk(tmp_path_factory.mktemp("small"), small(example_files))


@pytest.fixture(scope="session")
def _shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared-cache")


@pytest.fixture
def register(
    _shared: OnDisk, _shared_cache: Path, _own_cache: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OnDisk]:
    """The small register as the folder one stands in; put back before each test, whatever the last one did."""
    _shared.restore()
    monkeypatch.setenv("XDG_CACHE_HOME", str(_shared_cache))
    monkeypatch.chdir(_shared.root)
    from_scratch(monkeypatch)
    yield _shared
    _shared.restore()


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """`vendorbook check` on the day of the example, in English."""
    return lambda *arguments: run(capsys, "check", "--as-of", "2026-11-22", "--lang", "en", *arguments)


@pytest.fixture(scope="session")
def _shared_repo(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Repo:
    repo = Repo(tmp_path_factory.mktemp("git") / "register")
    repo.commit(dict(small(example_files)), "the register")
    return repo


@pytest.fixture
def repo(_shared_repo: Repo, _shared_cache: Path, _own_cache: None, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The small register in a repository that tests share: they may change its index and add objects, nothing else."""
    _shared_repo.git("read-tree", "main")
    monkeypatch.setenv("XDG_CACHE_HOME", str(_shared_cache))
    monkeypatch.chdir(_shared_repo.path)
    from_scratch(monkeypatch)
    return _shared_repo


@pytest.fixture
def own_repo(tmp_path: Path, _shared_repo: Repo, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The same, for one test alone."""
    shutil.copytree(_shared_repo.path, tmp_path / "register")
    own = Repo.__new__(Repo)
    own.path = tmp_path / "register"
    monkeypatch.chdir(own.path)
    return own
