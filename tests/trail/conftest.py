"""Worlds for the trail's tests, and `trail verify` as users run it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.cli.running import from_scratch, run
from tests.cli.small import small
from tests.trail.world import World


class Said(NamedTuple):
    """What verifying came to: the exit status, the JSON (empty where there is none), and what stderr said."""

    status: int
    data: dict[str, Any]
    err: str

    @property
    def policies(self) -> set[str]:
        return {each["policy"] for each in self.data.get("findings", [])}

    @property
    def words(self) -> str:
        """All that was said, in English."""
        found = [each["message"]["en"] for each in self.data.get("findings", [])]
        merges = self.data.get("merges", [])
        lacks = [each["en"] for merge in merges for each in [*merge["lacks"], *filter(None, [merge["unjudged"]])]]
        return "\n".join([*found, *lacks, self.err])


Verify = Callable[..., Said]


@pytest.fixture
def world(tmp_path: Path, example_files: dict[str, bytes]) -> World:
    return World.made(tmp_path / "firm", small(example_files))


@pytest.fixture
def verify(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verify:
    """`vendorbook trail verify` on a world, in this process."""
    from_scratch(monkeypatch)

    def called(world: World, *arguments: str) -> Said:
        place = ("--root", str(world.path), "--format", "json", "--lang", "en")
        ran = run(capsys, "trail", "verify", *place, *world.arguments, *arguments)
        return Said(ran.status, json.loads(ran.out) if ran.out else {}, ran.err)

    return called
