"""A register on the disk, in a repository of its own, that a writer may change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import AS_OF
from tests.helpers.repos import write
from vendorbook import repository
from vendorbook.editing.desk import Desk
from vendorbook.judging import Rules

At = Callable[..., Desk]
RECORD = "vendors/banyan-networks/exchange-lines/engagement.yaml"


@pytest.fixture
def at(tmp_path: Path, example_files: dict[str, bytes]) -> At:
    """The example register, with files changed or added, and somebody at work there."""

    def opened(files: Mapping[str, str | bytes | None] = {}, day: date = AS_OF, lang: str = "zh-TW") -> Desk:
        write(tmp_path, {**example_files})
        write(tmp_path, files)
        rules = Rules(repository.rules_of(repository.WorkTree(tmp_path)))
        return Desk(tmp_path, rules, day, lang, "s-0107")

    return opened
