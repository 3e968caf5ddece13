"""Whatever a record, a path or a name says, it is text where it is printed, and nothing else."""

from __future__ import annotations

import json
import re
import unicodedata
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.sample import REPORT, saying
from vendorbook.reports import FORMATS, renderer
from vendorbook.yaml_source.character_kinds import REFUSED

HOSTILE = {
    "terminal colours": "\x1b[31mred\x1b[0m \x9b31m",
    "terminal title": "\x1b]0;pwned\x07",
    "a line of its own": "x\n::error::forged\nvendors/x.yaml:1:1: error[x] forged",
    "a carriage return": "x\r::stop-commands::token\r\n",
    "a command": "::set-output name=x::y",
    "a command after a space": "\u3000\u00a0 ::error::x",
    "an old command": "##[group]x ##[error]y",
    "a command's property": "x,line=1::y%0A::error::z",
    "other line ends": "a\x0bb\x0cc\x85d\u2028e\u2029f",
    "bidi": "\u202egnp.exe\u2066\u2069",
    "hidden": "a\u200bb\ufeffc\U000e0041d\u3164e\ufe0f",
    "NUL and C0": "\x00\x01\x08\x1f\x7f",
    "what XML forbids": "\ufffe\uffff\x0e",
    "lone surrogate": "x\udc80y\ud800",
    "Markdown": "**b** _i_ `c` [l](http://x.test) ![i](y) ~~s~~ | cell | # h\n- item\n1. item\n> q",
    "HTML": "<script>alert(1)</script><img src=x onerror=y> </details></td></table> <!-- &lt; &amp;",
    "mentions": "@everyone @org/team #12 GH-1 org/repo#3 http://x.test www.x.test mailto:a@b.test",
    "templates": "{{ 7*7 }} {% raw %} ${{ secrets.X }} $x$ {: .class } --8<-- 'x' ---",
    "XML": "]]></system-out><failure/>&#0; \" '",
    "JSON": '"},{"policy": "forged\\',
    "URI": "a b#c%2e%?d;e:f&中/..//\\",
    "very long": "x" * 700_000,
    "very long and wide": "風" * 300_000,
    "nothing": "",
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_acts_on_a_terminal_or_hides_from_a_reader(text: str, form: str) -> None:
    printed = renderer(form)(saying(text), "en")

    assert not [each for each in set(printed) if REFUSED.match(each)]
    assert not [each for each in set(printed) - {"\n"} if unicodedata.category(each) in ("Cc", "Cf", "Cs")]
    printed.encode()
    assert "##[" not in printed
    assert len(printed) < 60_000


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_it_makes_no_line_and_no_command(text: str, form: str) -> None:
    printed = renderer(form)(saying(text), "en").split("\n")
    harmless = renderer(form)(saying("x" if text else ""), "en").split("\n")
    commands = [line for line in printed if line.lstrip().startswith("::")]

    assert len(printed) == len(harmless) + _own_lines(text, form)
    assert len(commands) == (2 if form == "github" else 0)
    assert not [line for line in printed if line.startswith("vendors/x.yaml")]


def _own_lines(text: str, form: str) -> int:
    """On a terminal the two remedies keep their lines, each behind a bar."""
    return 2 * text.rstrip("\n").count("\n") if form == "text" else 0


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_workflow_command_carries_its_text_and_place_and_nothing_else(text: str) -> None:
    commands = [line for line in renderer("github")(saying(text), "en").split("\n") if line.startswith("::")]

    assert len(commands) == 2
    for command in commands:
        parsed = re.fullmatch(r"::(error|notice) file=([^,:]*),line=88,col=3,title=([^,:]*)::(.*)", command)
        assert parsed
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", command)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_programs_get_the_exact_text_as_far_as_anyone_wants_it(text: str) -> None:
    found = json.loads(renderer("json")(saying(text), "en"))["findings"][0]

    assert found["record"] == text[:64]
    assert found["path"] == f"vendors/{text[:255]}"
    assert found["message"]["en"] == (text if len(text) <= 2_000 else text[:1_999] + "…")
    json.loads(renderer("gitlab")(saying(text), "en"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_path_survives_the_way_into_a_uri_and_back(text: str) -> None:
    run = json.loads(renderer("sarif")(saying(text), "en"))["runs"][0]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    path = unquote_to_bytes(uri).decode("utf-8", "surrogateescape")
    assert path == f"vendors/{text[:255]}".replace("\ud800", "\ufffd")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_xml_is_well_formed_and_holds_no_element_of_theirs(text: str) -> None:
    top = ElementTree.fromstring(renderer("junit")(saying(text), "en"))

    assert [each.tag for each in top.iter("testcase")] == ["testcase"] * 3
    assert [each.tag for each in top.iter()].count("failure") == 1
    assert {each.tag for each in top.iter()} == {
        *("testsuites", "testsuite", "testcase", "system-out", "failure", "skipped"),
    }


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_markdown_holds_no_mark_mention_link_or_element_of_theirs(text: str) -> None:
    rows = [row for row in renderer("markdown")(saying(text), "en").split("\n") if row.startswith("| ")][2:]

    assert len(rows) == 2
    for row in rows:
        bare = re.sub(r"</?(?:b|br|code)>", "", row)
        cells = bare.strip("| ").split(" | ")
        assert len(cells) == 4
        assert not re.search(r"[<>`*_\[\]{}|~$\\@!\"']", "".join(cells))
        assert not re.search(r"&(?!#\d+;)", bare)
        assert not re.search(r"#(?!\d+;)", bare)
        assert "://" not in bare
        assert "www." not in bare


@settings(deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_any_text_at_all(text: str) -> None:
    for form in FORMATS:
        printed = renderer(form)(saying(text), "en")
        assert not [each for each in set(printed) if REFUSED.match(each)]
        assert "##[" not in printed
    ElementTree.fromstring(renderer("junit")(saying(text), "en"))
    assert json.loads(renderer("json")(saying(text), "en"))["findings"][0]["message"]["en"] == text


def test_what_may_not_be_shown_is_not_shown() -> None:
    """The caller gives no line for what is confidential; then there is none, and all else is still said."""

    printed = renderer("text")(REPORT._replace(source_line=lambda _path, _line: None), "en")

    assert "監控下單主機" not in printed
    assert "engagement.yaml:88:3" in printed
    assert "policies/people.yaml:12:5 who has to review" in printed
    assert "access-review.yaml:4:7 the last review" in printed
