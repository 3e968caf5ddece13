"""How text is made harmless."""

from __future__ import annotations

import pytest

from vendorbook.reports import inert
from vendorbook.reports.markdown import safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("風箏系統 (A5.4) 50%", "風箏系統 (A5.4) 50%"),
        ("a\nb", "a b"),
        ("a\tb", "a<U+0009>b"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("\u202e", "<U+202E>"),
        ("\udc80", "<U+DC80>"),
        ("##[group]", "# #[group]"),
        ("x" * inert.LONGEST, "x" * inert.LONGEST),
        ("x" * (inert.LONGEST + 1), "x" * (inert.LONGEST - 1) + "…"),
    ],
)
def test_on_one_line(text: str, shown: str) -> None:
    assert inert.line(text) == shown


def test_on_lines() -> None:
    assert inert.lines("a\n\nb\x1b\n") == ["a", "", "b<U+001B>"]


def test_a_path_gives_no_order_to_a_runner() -> None:
    assert inert.path("vendors/a.yaml") == "vendors/a.yaml"
    assert inert.path(" ::error::x") == "./ ::error::x"


def test_json_is_exact_and_visible() -> None:
    assert inert.as_json("文\x1b\u202e\U000e0041##[x]") == '"文\\u001b\\u202e\\udb40\\udc41#\\u0023[x]"\n'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("每半年檢視 (A5.4), 50%; 2026-01-05", "每半年檢視 (A5.4), 50%; 2026-01-05"),
        ("@team", "&#64;&#8203;team"),
        ("#12", "&#35;&#8203;12"),
        ("http://x.test", "http&#58;&#8203;//x.test"),
        ("WWW.x.test", "&#87;&#8203;WW.x.test"),
        ("<b> & `c` | *d*", "&#60;b&#62; &#38; &#96;c&#96; &#124; &#42;d&#42;"),
        ("a\n## b", "a &#35;&#8203;&#35;&#8203; b"),
    ],
)
def test_in_markdown(text: str, shown: str) -> None:
    assert safe(text) == shown
