"""The pages as Markdown, for whoever knows MkDocs and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.helpers.repos import surroundings
from tests.site.conftest import DAY, INSIDE, silent
from tests.site.reading import texts
from vendorbook import repository
from vendorbook.judging import Rules
from vendorbook.model import CannotJudge
from vendorbook.repository import WorkTree
from vendorbook.site.markdown import write_pages

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def written(register: Path, docs: Path) -> int:
    snapshot = WorkTree(register)
    rules = Rules(repository.rules_of(snapshot))
    return write_pages(snapshot, rules, DAY, INSIDE, docs, None, silent)


def test_mkdocs_alone_builds_the_guides_and_the_register(register: Path, site_dir: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("register"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    count = written(register, tmp_path / "docs/register")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "out"]
    env = surroundings() | QUIET
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=300)

    assert done.returncode == 0, done.stderr
    pages = list((tmp_path / "out/register").rglob("*.html"))
    assert len(pages) == 2 * count
    for path in ("index.html", "en/engagements/kite-systems/order-routing.html"):
        here = "".join(texts((site_dir / path).read_text("utf-8")))
        there = "".join(texts((tmp_path / "out/register" / path).read_text("utf-8")))
        told = here.partition("2027-03-15")[2].partition("\n\n\n\n")[0][:2000]
        assert told
        assert told in there


def test_the_navigation_names_guides_that_there_are() -> None:
    from ruamel.yaml import YAML

    nav = YAML(typ="safe", pure=True).load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]
    flat = [each for one in nav for value in one.values() for each in (value if isinstance(value, list) else [one])]
    named = {path for each in flat for path in each.values()} - {"register/index.md"}

    assert named <= {path.name for path in (ROOT / "docs").glob("*.md")}
    assert len(named) > 40


def test_a_folder_with_something_else_is_left_alone(register: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine")
    with pytest.raises(CannotJudge):
        written(register, tmp_path)
    assert os.listdir(tmp_path) == ["notes.md"]
