"""The texts of the pages: both languages have each, and each that is asked for is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import vendorbook.site
from vendorbook.judging import Verdict
from vendorbook.policies.rulebook import Rulebook
from vendorbook.site.paths import SECTIONS
from vendorbook.site.standing import STATES
from vendorbook.site.strings import FILE, say, strings

PACKAGE = Path(vendorbook.site.__file__).parent
ASKED = re.compile(r"""\b(?:t|say)\(\s*['"]([a-z0-9_.-]+)['"]\s*[,)]""")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SOURCES = sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *PACKAGE.glob("assets/*.js")])
ALIKE = {"other_language"}
"""What one language says in the other."""


def test_every_text_is_in_both_languages() -> None:
    for key, both in yaml.safe_load(FILE.read_bytes()).items():
        assert isinstance(key, str)
        assert both.keys() == {"zh-TW", "en"}, key
        assert both["zh-TW"], key
        assert both["en"], key
        assert key in ALIKE or not CHINESE.search(both["en"]), key


def test_no_key_is_there_twice() -> None:
    keys = re.findall(r'(?m)^"([^"]+)":', FILE.read_text("utf-8"))

    assert len(keys) == len(set(keys)) == len(strings())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_text_that_is_asked_for_is_there(path: Path) -> None:
    assert [key for key in ASKED.findall(path.read_text("utf-8")) if key not in strings()] == []


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
def test_every_name_that_is_put_together_is_there(lang: str, rules: object, verdict: Verdict) -> None:
    book: Rulebook = rules.book  # type: ignore[attr-defined]
    names = [f"nav.{key}" for key, _ in SECTIONS] + [f"state.{state}" for state in STATES]
    names += [f"force.{each.force}" for each in book.obligations.values()]
    names += [f"kind.{each.kind}" for each in book.obligations.values()]
    names += [f"subject.{each.subject}" for each in book.policies.values()]
    names += [f"severity.{each.severity}" for each in book.policies.values()]

    assert [name for name in names if not say(name, lang)] == []


def test_both_languages_fill_in_the_same() -> None:
    for key, text in strings().items():
        assert set(re.findall(r"{(\w+)", text.zh_tw)) == set(re.findall(r"{(\w+)", text.en)), key
