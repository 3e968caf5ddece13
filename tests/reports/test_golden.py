"""Exactly what each form prints. After a change that is meant: UPDATE_GOLDEN=1 pytest tests/reports"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.reports.sample import CLEAN, REPORT
from vendorbook.model.text import LANGUAGES
from vendorbook.reports import FORMATS, Report, renderer

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "reports"
CASES = [
    *((f"{form}.{lang}", REPORT, form, lang, False) for form in FORMATS for lang in LANGUAGES),
    *((f"{form}.clean", CLEAN, form, "en", False) for form in FORMATS),
    *((f"{form}.colour", REPORT, form, "en", True) for form in ("text", "one_line")),
]


@pytest.mark.parametrize(("name", "report", "form", "lang", "color"), CASES, ids=[case[0] for case in CASES])
def test_it_prints_what_it_printed(name: str, report: Report, form: str, lang: str, color: bool) -> None:
    printed = renderer(form)(report, lang, color=color)
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(printed, encoding="utf-8")

    assert printed == file.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == {case[0] for case in CASES}


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_ends_its_last_line_and_only_once(form: str) -> None:
    assert renderer(form)(REPORT, "en").endswith("\n")
    assert not renderer(form)(REPORT, "en").endswith("\n\n")
