"""A register with a history, gathered once, and its site built once for all processes that test it."""

from __future__ import annotations

import shutil
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.honest import honest_history
from vendorbook import repository
from vendorbook.cli.handing import handing
from vendorbook.judging import Rules
from vendorbook.repository import WorkTree
from vendorbook.site.asked import Asked
from vendorbook.site.building import build
from vendorbook.site.gathering import Site, gathered
from vendorbook.site.rendering import Page, Rendering

if TYPE_CHECKING:
    from tests.site.browser import Browser

DAY = date(2027, 3, 15)
"""A day on which much of the example is overdue: states of every kind are there to be seen."""

MERGES = 9
INSIDE = Asked()


def silent(step: str, done: int, total: int) -> None:
    """Nobody watches."""


def site_of(root: Path, asked: Asked = INSIDE, day: date = DAY) -> Site:
    snapshot = WorkTree(root)
    return gathered(snapshot, Rules(repository.rules_of(snapshot)), day, asked, None, silent)


def built(root: Path, target: Path, asked: Asked = INSIDE, day: date = DAY) -> Path:
    snapshot = WorkTree(root)
    rules = Rules(repository.rules_of(snapshot))
    build(snapshot, rules, day, asked, target, None, silent, handing(snapshot))
    return target


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Path:
    """The example register as a repository with merges: a changed scope and its assessment among them."""
    history = honest_history(tmp_path_factory.mktemp("register") / "firm", dict(example_files), MERGES)
    history.repo.git("update-ref", "refs/heads/main", history.main.id)
    history.repo.git("reset", "--quiet", "--hard", "main")
    return history.path


@pytest.fixture(scope="session")
def site(register: Path) -> Site:
    return site_of(register)


@pytest.fixture(scope="session")
def rendering(site: Site) -> Callable[[str], Rendering]:
    made: dict[str, Rendering] = {}
    return lambda lang: made.setdefault(lang, Rendering(site, lang))


@pytest.fixture(scope="session")
def pages(rendering: Callable[[str], Rendering]) -> Callable[[str], dict[str, Page]]:
    """All pages of a language, by their paths."""
    from vendorbook.site.pages import pages as of_language

    made: dict[str, dict[str, Page]] = {}

    def asked(lang: str) -> dict[str, Page]:
        if lang not in made:
            made[lang] = {page.path: page for page in of_language(rendering(lang))}
        return made[lang]

    return asked


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory, register: Path, worker_id: str) -> Path:
    """The built site: one for all processes."""
    if worker_id == "master":
        return built(register, tmp_path_factory.mktemp("built") / "site")
    return _once(tmp_path_factory.getbasetemp().parent / "built-site", lambda target: built(register, target / "site"))


def _once(shared: Path, made: Callable[[Path], Any]) -> Path:
    """Whoever makes the folder first builds; the others wait for the mark that it is done."""
    done = shared / "done"
    try:
        shared.mkdir()
    except FileExistsError:
        while not done.exists():
            time.sleep(0.2)
    else:
        made(shared)
        done.touch()
    return shared / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Where there is none, what needs one is skipped, and that is said aloud."""
    programs = [shutil.which(name) for name in ("chromium", "chromedriver")]
    if find_spec("selenium") is None or not all(programs):
        said = "SKIPPED: no selenium, chromium or chromedriver: the site is NOT tried in a browser"
        warnings.warn(said, stacklevel=1)
        pytest.skip(said)
    from tests.site.browser import Browser

    opened = Browser()
    yield opened
    opened.close()
