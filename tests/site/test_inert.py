"""Texts from records as they are put into HTML."""

from __future__ import annotations

import string

import pytest

from tests.site.hostile import HOSTILE, UNSEEN
from tests.site.reading import tags, texts
from vendorbook.site.inert import clean, for_title, inert, isolated


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_text_is_shown_as_it_is_and_is_no_markup(text: str) -> None:
    page = f'<p title="{inert(text)}">{isolated(text)}</p>'

    assert "".join(texts(page)) == text
    assert tags(page) == [("p", {"title": text}), ("bdi", {})]


def test_no_punctuation_mark_of_ascii_is_left() -> None:
    left = set(inert(string.printable)) & set(string.punctuation)

    assert left <= set("&#;")


def test_a_text_keeps_to_one_line_of_source() -> None:
    assert "\n" not in inert("one\n\ntwo")


@pytest.mark.parametrize(("text", "shown"), UNSEEN.values(), ids=UNSEEN)
def test_what_cannot_be_seen_is_dropped(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_title_has_no_mark_that_html_or_a_template_acts_on(text: str) -> None:
    assert not set(for_title(text)) & set("<>&\"'`{}[]$\\|")


def test_a_title_of_ordinary_words_is_kept() -> None:
    assert for_title("紙船證券 Paper Boat Co., Ltd. (2026-11)") == "紙船證券 Paper Boat Co., Ltd. (2026-11)"
