"""The repository's own schemas, which most of these tests are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorbook.schema_check import Schemas

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Each schema file by its path from the register's root."""
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in ROOT.glob("schemas/**/*.json")}


@pytest.fixture(scope="session")
def schemas(files: dict[str, bytes]) -> Schemas:
    return Schemas(files)
