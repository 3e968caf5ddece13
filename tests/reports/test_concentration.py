"""How concentration is told, word for word. After a change that is meant: UPDATE_GOLDEN=1 pytest tests/reports."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest

from tests.reports.concentration_sample import COMMIT, NOTHING, UNCOUNTED, WHOLE, saying
from tests.reports.test_hostile_text import HOSTILE
from vendorbook.judging.concentration import Concentration
from vendorbook.model import LANGUAGES, Text
from vendorbook.reports.concentration import FORMS, renderer
from vendorbook.reports.width import width
from vendorbook.yaml_source.character_kinds import REFUSED

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "concentration"
CASES = [
    *((f"{form}.{lang}", WHOLE, form, lang, False) for form in FORMS for lang in LANGUAGES),
    *((f"{form}.uncounted", UNCOUNTED, form, "zh-TW", False) for form in FORMS),
    *((f"{form}.nothing", NOTHING, form, "en", False) for form in FORMS),
    ("text.colour", WHOLE, "text", "en", True),
]


@pytest.mark.parametrize(("name", "of", "form", "lang", "color"), CASES, ids=[case[0] for case in CASES])
def test_it_prints_what_it_printed(name: str, of: Concentration, form: str, lang: str, color: bool) -> None:
    printed = renderer(form)(of, COMMIT, lang, color=color)
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(printed, encoding="utf-8")

    assert printed == file.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == {case[0] for case in CASES}


def test_data_is_the_same_in_both_languages() -> None:
    assert renderer("json")(WHOLE, COMMIT, "en") == renderer("json")(WHOLE, COMMIT, "zh-TW")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["x" * 300, "風" * 300, "a-b " * 80, "風 x，" * 70, "short"])
def test_text_fits_a_hundred_columns_whatever_the_names(text: str, lang: str) -> None:
    lines = renderer("text")(saying(text), COMMIT, lang).splitlines()

    assert max(map(width, lines)) <= 100
    assert len(lines) > 20


@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_stand_below_each_other_whatever_the_names(lang: str) -> None:
    mixed = WHOLE.groups[0]._replace(id="short", name=Text("全形與 ASCII", "plain"))
    lines = renderer("text")(WHOLE._replace(groups=(*WHOLE.groups, mixed)), COMMIT, lang).splitlines()
    first, *others = ([width(line[: each.start()]) for each in re.finditer("%", line)] for line in lines[3:6])
    threshold = [width(lines[8][: each.start()]) for each in re.finditer("%", lines[8])]

    assert len(first) == 4
    assert others == [first, first]
    assert threshold == first[:3]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", [text for text in HOSTILE.values() if len(text) < 1000])
def test_what_records_say_is_text_and_nothing_else(text: str, form: str) -> None:
    printed = renderer(form)(saying(text), COMMIT, "en")
    harmless = renderer(form)(saying("x"), COMMIT, "en")

    assert not [each for each in set(printed) if REFUSED.match(each)]
    assert not [each for each in set(printed) - {"\n"} if unicodedata.category(each) in ("Cc", "Cf", "Cs")]
    assert not [line for line in printed.split("\n") if line.lstrip().startswith("::")]
    if form == "markdown":
        assert printed.count("\n") == harmless.count("\n")
        assert printed.count("|") == harmless.count("|")
        assert "<script" not in printed
    if form == "json" and "\ud800" not in text:
        assert json.loads(printed)["groups"][0]["name"]["en"] == text
