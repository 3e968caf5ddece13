"""A register whose changes were merged, and the forge that knows of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Ran
from tests.forges.conftest import TOKEN
from tests.helpers.forge_answers import check_run, github, review
from tests.helpers.forge_server import FakeForge, serving
from tests.helpers.merging import ORDERS, History, Landed
from vendorbook.forges import patience

Run = Callable[..., Ran]
FILE = f"{ORDERS}/engagement.yaml"


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.lower().endswith("_proxy") or name[:3] in ("CI_", "GIT")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.setenv("GITLAB_TOKEN", TOKEN)
    monkeypatch.setattr(patience, "_AFTER_A_FAULT", (0.0, 0.0, 0.0, 0.0))


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    made = History(tmp_path / "register")
    monkeypatch.chdir(made.repo.path)
    return made


@pytest.fixture
def forge() -> Iterator[FakeForge]:
    with serving(FakeForge()) as made:
        yield made


@pytest.fixture
def record(vendorbook: Run, forge: FakeForge) -> Run:
    common = ("--forge", "github", "--repository", "paper-boat/register", "--api-url", forge.address, "--lang", "en")
    return lambda *more: vendorbook("trail", "record", *common, *more)


def known(forge: FakeForge, number: int, landed: Landed, **other: Any) -> None:
    """Lets the forge know a merge, which one person has approved."""
    reviews = [review(number, "teal", "APPROVED", landed.head)]
    forge.answers |= github(landed.commit, landed.head, number, reviews, [check_run("gate", landed.head)], **other)


@pytest.fixture
def five(history: History, forge: FakeForge) -> list[Landed]:
    made = [history.merge({FILE: f"id: {number}\n"}) for number in range(1, 6)]
    for number, landed in enumerate(made, 1):
        known(forge, number, landed)
    return made
