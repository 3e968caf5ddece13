"""The hand-written pages: both languages say the same, what they name exists, what they show is what there is."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.known import book, is_command, is_known
from tests.docs.pages import DOCS, OTHER, Block, Page, changed, is_part, shows
from tests.helpers.repos import surroundings, write
from vendorbook.schema_check import kind_of
from vendorbook.yaml_source import read

IN_ONE_LANGUAGE = ("benchmark", "concentration")
"""Pages for those who work on the tool, in English with a summary in Chinese."""

NAMES = sorted({path.name.split(".")[0] for path in DOCS.glob("*.md")} - set(IN_ONE_LANGUAGE))
PATHS = [DOCS / f"{name}{language}.md" for name in NAMES for language in ("", OTHER)]
PAGES = [Page.of(path) for path in PATHS if path.exists()]
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.removeprefix("docs/"))


def test_every_page_is_in_both_languages() -> None:
    assert [path.name for path in PATHS if not path.exists()] == []
    assert len(PAGES) > 2


# -- the languages -------------------------------------------------------------------------------------


def _structure(page: Page) -> list[object]:
    """What both languages share: the levels of the headings, the blocks and what those are about."""
    language = re.compile(r" --lang \S+")
    return [page.headings, *((block.role, language.sub("", block.about), block.language) for block in page.blocks)]


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_headings_and_blocks(name: str) -> None:
    zh_tw, en = (Page.of(DOCS / f"{name}{language}.md") for language in ("", OTHER))
    assert _structure(zh_tw) == _structure(en)
    assert list(zh_tw.in_role("file", "change", "write")) == list(en.in_role("file", "change", "write"))
    assert set(_obligations(zh_tw.text)) == set(_obligations(en.text))


@each_page
def test_a_page_speaks_its_language_and_leads_to_the_other(page: Page) -> None:
    title = page.text.splitlines()[0]
    is_english = page.path.endswith(f"{OTHER}.md")
    name = Path(page.path).name.split(".")[0]

    assert bool(re.search("[\u4e00-\u9fff]", title)) != is_english
    assert f"]({name}{'' if is_english else OTHER}.md)" in page.text


# -- what is named -------------------------------------------------------------------------------------


@each_page
def test_all_that_a_page_names_is_there(page: Page) -> None:
    own = {line for block in page.blocks for line in re.split(r"[\s{}\[\],\":]+", block.text)}
    assert [name for name in page.quoted if name.strip("{}") not in own and not is_known(name.strip('"'))] == []


@each_page
def test_every_command_of_a_page_is_one(page: Page) -> None:
    lines = [line for block in page.blocks if block.language == "sh" for line in block.text.splitlines()]
    shown = [line.partition(" #")[0].strip() for line in lines if line.startswith("vendorbook ")]
    assert [line for line in shown if not is_command(line)] == []


def _obligations(text: str) -> list[str]:
    return re.findall(r"\bA[3-8](?:\.[0-9]+)*[a-c]?\b", text)


@each_page
def test_every_obligation_that_a_page_names_is_in_the_rules(page: Page) -> None:
    assert set(_obligations(page.text)) - set(book().obligations) == set()


@each_page
def test_a_row_about_a_policy_says_what_its_control_file_says(page: Page) -> None:
    """Its obligations, and the period that it sets."""
    for row in (line for line in page.prose.splitlines() if line.startswith("| ")):
        quoted = re.findall(r"`([^`]+)`", row)
        named = [book().policies[name] for name in quoted if name in book().policies]
        if len(named) == 1 and _obligations(row):
            assert tuple(_obligations(row)) == named[0].obligations, row
            periods = {str(getattr(named[0].params, name, "")) for name in ("every", "within")} - {""}
            assert periods <= set(quoted), row


_DIGITS = " 一二三四五六七八九十"
_IN_CHINESE = re.compile(r"第[一二三四五六七八九十]+條(?:第[一二三四五六七八九十]+[項款目])*")
_IN_ENGLISH = re.compile(r"Article ([0-9]+)(?: paragraph ([0-9]+))?(?: item ([0-9]+))?(?:\(([0-9]+)\))?")


def _in_chinese(number: int) -> str:
    return _DIGITS[number] if number <= 10 else f"十{_DIGITS[number - 10]}"


def _places(text: str) -> set[str]:
    """The places in the rules that a text names, in the rules' own words."""
    english = [
        "".join(f"第{_in_chinese(int(number))}{unit}" for number, unit in zip(found, "條項款目", strict=True) if number)
        for found in _IN_ENGLISH.findall(text)
    ]
    return {*_IN_CHINESE.findall(text), *english}


@each_page
def test_every_place_in_the_rules_that_a_page_names_is_there(page: Page) -> None:
    places = [each.ref for each in book().obligations.values()]
    text = "".join((ROOT / "policies/rules/twsa.yaml").read_text("utf-8"))
    known = [*places, *re.findall(r"ref: (\S+)", text)]
    assert {place for place in _places(page.prose) if not any(each.startswith(place) for each in known)} == set()


# -- what is shown -------------------------------------------------------------------------------------


@each_page
def test_every_yaml_on_a_page_is_read_by_the_strict_reader(page: Page) -> None:
    for block in page.blocks:
        if block.language == "yaml":
            read(block.text.encode(), page.path)


@each_page
def test_what_is_from_a_file_stands_there(page: Page) -> None:
    absent = [
        block.about
        for block in page.in_role("file")
        if not is_part(block.text, (ROOT / block.about).read_text("utf-8"))
    ]
    assert absent == []


@each_page
def test_a_reader_who_follows_the_page_sees_what_it_shows(page: Page, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for block in page.in_role("write", "change", "output"):
        reader.follows(block)


class Reader:
    """Somebody with a copy of the repository, who writes what a page says and runs what it shows."""

    def __init__(self, root: Path) -> None:
        self.root = root / "copy"
        for folder in ("vendors", "policies", "schemas"):
            shutil.copytree(ROOT / folder, self.root / folder)
        self.environment = surroundings() | {"XDG_CACHE_HOME": str(root / "cache")}
        self.environment["PYTHONPATH"] = str(ROOT / "tooling")

    def follows(self, block: Block) -> None:
        if block.role == "output":
            printed = self._runs(block.about)
            assert shows(block.text, printed), f"{block.about}\n{printed}"
            return
        if block.about.startswith("tooling/"):
            self._takes_the_tool()
        file = self.root / block.about
        text = block.text if block.role == "write" else changed(file.read_text("utf-8"), block.text)
        write(self.root, {block.about: text})
        if block.role == "write" and (kind := kind_of(block.about)):
            assert book().schemas.problems(read(text.encode(), block.about), kind) == []

    def _takes_the_tool(self) -> None:
        """A copy of its own, once the page changes something in it."""
        if not (self.root / "tooling").exists():
            shutil.copytree(ROOT / "tooling", self.root / "tooling", ignore=shutil.ignore_patterns("__pycache__"))
            self.environment["PYTHONPATH"] = str(self.root / "tooling")

    def _runs(self, command: str) -> str:
        assert command.startswith("vendorbook ")
        arguments = [sys.executable, "-m", *shlex.split(command)]
        done = subprocess.run(
            arguments, cwd=self.root, env=self.environment, capture_output=True, check=False, timeout=120
        )
        return done.stdout.decode() or done.stderr.decode()
