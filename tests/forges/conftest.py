"""A forge to ask, and patience that takes no time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from tests.helpers.forge_server import FakeForge, serving
from vendorbook.forges.patience import Patience
from vendorbook.git import CommitObject, Identity
from vendorbook.model import Text

NOW = datetime(2026, 11, 22, 1, tzinfo=UTC).timestamp()
TOKEN = "secret-token-9"
BASE, MERGE, HEAD, OLDER = "b" * 40, "c" * 40, "d" * 40, "a" * 40


class Waited(NamedTuple):
    """How long was waited, and what was said of it."""

    seconds: list[float]
    said: list[Text]


@pytest.fixture
def waited() -> Waited:
    return Waited([], [])


@pytest.fixture
def patience(waited: Waited) -> Patience:
    return Patience(300.0, waited.seconds.append, lambda: NOW + sum(waited.seconds), waited.said.append)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def forge() -> Iterator[FakeForge]:
    with serving(FakeForge()) as made:
        yield made


@pytest.fixture
def numbered() -> Iterator[FakeForge]:
    """A forge that numbers its pages, as GitLab does."""
    with serving(FakeForge(numbered=True)) as made:
        yield made


def commit(id: str = MERGE, parents: tuple[str, ...] = (BASE, HEAD), message: str = "a change\n") -> CommitObject:
    who = Identity("Heron", "heron@example.invalid", datetime(2026, 11, 18, 3, tzinfo=UTC))
    return CommitObject(id, "f" * 40, parents, who, who, message, "", b"")
