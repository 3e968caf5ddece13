"""Registers for commands to be run on: the example as it is, judged once, and small ones that a test may break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import Ran, from_scratch, run
from tests.cli.small import OnDisk, small

Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared-cache")


@pytest.fixture(autouse=True)
def _surroundings(_cache: Path, _own_cache: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(_cache))
    from_scratch(monkeypatch)


@pytest.fixture(scope="session")
def _shared(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> OnDisk:
    return OnDisk(tmp_path_factory.mktemp("small"), small(example_files))


@pytest.fixture
def register(_shared: OnDisk, monkeypatch: pytest.MonkeyPatch) -> Iterator[OnDisk]:
    """The small register as the folder one stands in; put back before and after each test."""
    _shared.restore()
    monkeypatch.chdir(_shared.root)
    yield _shared
    _shared.restore()


@pytest.fixture(scope="session")
def _whole(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Path:
    disk = OnDisk(tmp_path_factory.mktemp("example"), example_files)
    disk.restore()
    return disk.root


@pytest.fixture
def example_root(_whole: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The whole example register as the folder one stands in; not to be changed."""
    monkeypatch.chdir(_whole)
    return _whole


@pytest.fixture
def vendorbook(capsys: pytest.CaptureFixture[str]) -> Run:
    """A command line, run in this process."""
    return lambda *arguments: run(capsys, *arguments)
