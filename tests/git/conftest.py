"""A repository with the register of a few files, committed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.repos import REGISTER, Repo


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "repo")
    made.commit(REGISTER)
    return made
