"""What all tests share: the repository's own register, as files and judged."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from vendorbook import repository
from vendorbook.judging import Kept, Rules, Verdict, judge, kept_rules
from vendorbook.policies.rule_files import RuleFiles
from vendorbook.policies.rulebook import Rulebook
from vendorbook.repository import Memory
from vendorbook.trail.rulebooks import _Shelf

ROOT = Path(__file__).resolve().parent.parent
AS_OF = date(2026, 11, 22)
"""The day on which the example register is compliant, whatever day the tests run on."""


@pytest.fixture(scope="session")
def example_files() -> dict[str, bytes]:
    """The repository's register, rules and schemas: path to content."""
    tree = repository.WorkTree(ROOT)
    return {path: tree.read(path) for path in tree.files()}


@pytest.fixture
def example(example_files: dict[str, bytes]) -> dict[str, bytes]:
    """A copy of them that a test may change."""
    return dict(example_files)


@pytest.fixture(scope="session")
def rules(example_files: dict[str, bytes]) -> Rules:
    return Rules(repository.rules_of(Memory(example_files)))


@pytest.fixture(scope="session")
def verdict(example_files: dict[str, bytes], rules: Rules) -> Verdict:
    """The example register, judged on its day."""
    return judge(Memory(example_files), rules, AS_OF)


@pytest.fixture
def on_disk(tmp_path: Path, example_files: dict[str, bytes]) -> Path:
    """The example register as a folder of its own, outside any git repository."""
    for path, data in example_files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


@pytest.fixture(scope="session")
def _caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names of folders that are not there: made by whoever keeps something, and so by few of ten thousand tests."""
    folder = tmp_path_factory.mktemp("caches")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_cache(_caches: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or leaves anything in the cache of whoever runs it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(next(_caches)))


_BOOKS: dict[str, Rulebook] = {}
_MOST_BOOKS = 6


@pytest.fixture(autouse=True)
def _rules_are_read_once(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Two thousand tests judge by a few rule sets, and need not read each two thousand times.

    Tests of how rules are read and kept say that they want them `rules_afresh`.
    """
    if request.node.get_closest_marker("rules_afresh"):
        return
    kept_book, of_shelf = kept_rules.kept_book, _Shelf.book

    def once(digest: str, files: RuleFiles, read: Callable[[], Rulebook]) -> Rulebook:
        if digest not in _BOOKS:
            dict(files)  # all are read now: where they lie, another test's may lie later
        book = _BOOKS.pop(digest, None) or read()
        _BOOKS[digest] = book  # the newest last
        if len(_BOOKS) > _MOST_BOOKS:
            del _BOOKS[next(iter(_BOOKS))]
        return book

    def known(files: RuleFiles, digest: str, _: Kept | None) -> Rulebook:
        return once(digest, files, lambda: kept_book(files, digest, None))

    def known_of_shelf(shelf: _Shelf, files: RuleFiles, digest: str) -> Rulebook:
        return once(digest, files, lambda: of_shelf(shelf, files, digest))

    monkeypatch.setattr(kept_rules, "kept_book", known)
    monkeypatch.setattr(_Shelf, "book", known_of_shelf)


def git(root: Path, *arguments: str) -> str:
    """Runs git for a test, as nobody in particular."""
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout
