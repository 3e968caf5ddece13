"""The demonstration and its variants, each built once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.helpers.repos import Repo
from vendorbook.demo import build
from vendorbook.judging import Kept
from vendorbook.trail import opening, verifying
from vendorbook.trail.verdict import TrailVerdict

Built = Callable[[str | None], Path]


def refs(folder: Path) -> str:
    """Every reference of a repository with what it names: by that all its content is named."""
    return Repo(folder).git("for-each-ref", "--format=%(objectname) %(refname)")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Where a variant is, or (None) the demonstration as it is told."""
    top = tmp_path_factory.mktemp("demo")

    @cache
    def where(variant: str | None) -> Path:
        folder = top / (variant or "as-told")
        build(folder, variant)
        return folder

    return where


@pytest.fixture(scope="session")
def verified(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., TrailVerdict]:
    """What the trail says of one; what they have in common is judged once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("kept")))
        kept = Kept("demonstrations")

    @cache
    def verdict(variant: str | None, required: int = 0) -> TrailVerdict:
        trail = opening.Trail(built(variant), "refs/heads/main", kept)
        return verifying.verify(trail, verifying.Asked(required))

    return verdict
