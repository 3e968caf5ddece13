"""How a change is told, word for word. After a change that is meant: UPDATE_GOLDEN=1 pytest tests/reports."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest

from tests.reports.diff_sample import ENGAGEMENT, LINES, NOTHING, WHOLE, saying
from tests.reports.test_hostile_text import HOSTILE
from vendorbook.model import LANGUAGES
from vendorbook.reports.diff import FORMS, Account, renderer
from vendorbook.reports.diff.markdown import LONGEST
from vendorbook.yaml_source.character_kinds import REFUSED

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "diff"
CASES = [
    *((f"{form}.{lang}", WHOLE, form, lang, False) for form in FORMS for lang in LANGUAGES),
    *((f"{form}.nothing", NOTHING, form, "en", False) for form in FORMS),
    ("text.colour", WHOLE, "text", "en", True),
]


@pytest.mark.parametrize(("name", "of", "form", "lang", "color"), CASES, ids=[case[0] for case in CASES])
def test_it_prints_what_it_printed(name: str, of: Account, form: str, lang: str, color: bool) -> None:
    printed = renderer(form)(of, lang, color=color)
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(printed, encoding="utf-8")

    assert printed == file.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == {case[0] for case in CASES}


def test_data_is_the_same_in_both_languages() -> None:
    assert renderer("json")(WHOLE, "en") == renderer("json")(WHOLE, "zh-TW")


def test_colour_changes_no_word() -> None:
    coloured = renderer("text")(WHOLE, "en", color=True)

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == renderer("text")(WHOLE, "en")


# -- what records say is text and nothing else ---------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_acts_or_hides_or_makes_a_line(text: str, form: str) -> None:
    printed = renderer(form)(saying(text[:100_000]), "en")
    harmless = renderer(form)(saying("x" if text else ""), "en")

    assert not [each for each in set(printed) if REFUSED.match(each)]
    assert not [each for each in set(printed) - {"\n"} if unicodedata.category(each) in ("Cc", "Cf", "Cs")]
    assert not [line for line in printed.split("\n") if line.lstrip().startswith("::")]
    assert "##[" not in printed
    assert printed.count("\n") == harmless.count("\n")
    assert form == "json" or len(printed) < LONGEST
    printed.encode()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_markdown_holds_no_mark_mention_link_or_element_of_theirs(text: str) -> None:
    for row in renderer("markdown")(saying(text[:1000]), "en").split("\n"):
        own = re.sub(r"^ *- |^##+ ", "", row)
        bare = re.sub(r"</?(?:b|del|code)>", "", re.sub(r"^<b>[-+~!»·✓✗]</b> ", "· ", own))
        assert not re.search(r"[<>`*_\[\]{}|$\\@!\"'~]", bare), row
        assert not re.search(r"&(?!#\d+;)", bare)
        assert not re.search(r"#(?!\d+;)", bare)
        assert "://" not in bare
        assert "www." not in bare
        assert not re.match(r"\s*(?:[-+*]|\d+[.)]) ", bare), "a list of their own"


def test_programs_get_the_exact_text() -> None:
    text = HOSTILE["HTML"]
    told = json.loads(renderer("json")(saying(text), "en"))["records"][0]

    assert told["record"] == text
    assert told["differences"][0]["before"] == text
    assert told["missing"][0]["message"]["en"] == text


# -- Markdown is bounded -------------------------------------------------------------------------------


def test_what_is_missing_is_told_however_much_has_changed() -> None:
    many = ENGAGEMENT._replace(lines=LINES[4:5] * 5000)
    printed = renderer("markdown")(WHOLE._replace(records=(many, many)), "en")

    assert len(printed) <= LONGEST
    assert printed.count("not the one assessed") == 2
    left = re.search(r"\n(\d+) more lines are not listed", printed)
    assert left
    assert printed.count("Annual cost") + int(left[1]) >= 10_000


def test_it_is_bounded_however_much_is_missing() -> None:
    many = ENGAGEMENT._replace(missing=ENGAGEMENT.missing * 5000)
    printed = renderer("markdown")(WHOLE._replace(records=(many,) * 20), "zh-TW")

    assert len(printed) <= LONGEST
    assert "尚缺：錯誤 100000、警告 1、提醒 100000" in printed
    assert "行未列出" in printed
