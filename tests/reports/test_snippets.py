"""What is underlined is what is meant, whatever the width of the characters before it."""

from __future__ import annotations

import pytest

from vendorbook.reports.snippets import snippet, token_at
from vendorbook.reports.width import width

# A line, and in it between ‹ and › what is to be underlined.
LINES = [
    "‹id›: x",
    "id: ‹x›",
    "  ‹grants›: # none",
    "  ‹grants›:",
    "  note: ‹a text of several words›",
    "  note: ‹a text, with a comma› # and a comment",
    "  note: ‹見#附件›",
    "title: {zh-TW: ‹下單系統›, en: x}",
    "title: {‹zh-TW›: 下單系統, en: x}",
    "title: {zh-TW: 下單系統, en: ‹Order routing›}",
    'title: {zh-TW: x, en: ‹"Order, routing: }"›}',
    "clause: ‹'it''s 5.1'› # x",
    'clause: ‹"a \\" b"›',
    "- ‹item›",
    "- ‹id›: x",
    "list: [a, ‹文字›, c]",
    "list: ‹[a, b]›",
    "due: ‹2026-01-05›",
    "at: ‹2026-01-05T10:00:00+08:00›",
    "path: ‹https://example.test/a#b›",
    '‹"quoted key"›: x',
    "x: ‹𠮷野›",
]


@pytest.mark.parametrize("marked", LINES)
def test_the_key_or_value_that_begins_there(marked: str) -> None:
    before, meant, after = marked.replace("›", "‹").split("‹")
    source = before + meant + after

    assert token_at(source, len(before)) == meant
    shown = snippet(source, len(before) + 1)
    assert shown.shown == source
    assert (shown.before, shown.across) == (width(before), width(meant))


@pytest.mark.parametrize(("source", "column"), [("", 1), ("a", 2), ("a", 90), ("  ", 1), ("a: ", 4), ("]", 1)])
def test_there_is_always_something_to_underline(source: str, column: int) -> None:
    assert snippet(source, column).across >= 1
    assert snippet(source, column).before <= len(source)


def test_a_long_line_is_shown_around_the_place() -> None:
    source = "a: [" + "頁, " * 5_000 + "here, " + "x, " * 5_000 + "]"
    column = source.index("here") + 1
    shown = snippet(source, column)

    assert shown.shown.startswith("…")
    assert shown.shown.endswith("…")
    assert width(shown.shown) < 300
    assert _columns(shown.shown, shown.before, shown.across) == "here"


def test_a_long_value_is_underlined_only_as_far_as_it_is_shown() -> None:
    shown = snippet("a: " + "文" * 5_000, 4)

    assert shown.before == 3
    assert shown.before + shown.across <= width(shown.shown)


def test_hidden_characters_are_named_and_still_underlined_in_place() -> None:
    shown = snippet("a: \u202e\x1b[31m文 # x", 4)

    assert shown.shown == "a: <U+202E><U+001B>[31m文 # x"
    assert _columns(shown.shown, shown.before, shown.across).startswith("<U+202E>")


def _columns(text: str, before: int, across: int) -> str:
    """What of a text stands in those columns of a terminal."""
    starts = [width(text[:index]) for index in range(len(text))]
    return "".join(each for each, start in zip(text, starts, strict=True) if before <= start < before + across)
