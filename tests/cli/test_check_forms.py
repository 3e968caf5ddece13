"""What `check` prints and writes: every form tells the same findings, in the language and colour asked for."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.running import Ran
from tests.cli.small import EVIDENCE, FIRM, OnDisk
from tests.conftest import ROOT
from vendorbook.cli.boundary import status
from vendorbook.reports import FORMATS

Run = Callable[..., Ran]
Place = tuple[str, int]
LATER = ("check", "--as-of", "2027-03-15")
GOLDEN = ROOT / "tests/golden/cli"


def _in_json(text: str) -> list[Place]:
    return [(each["path"], each["line"]) for each in json.loads(text)["findings"]]


def _in_sarif(text: str) -> list[Place]:
    [run] = json.loads(text)["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    return [(place["artifactLocation"]["uri"], place["region"]["startLine"]) for place in places]


def _in_junit(text: str) -> list[Place]:
    cases = ElementTree.fromstring(text).iter("testcase")
    return [(case.get("file", ""), int(case.get("line", ""))) for case in cases if case.get("file")]


def _in_gitlab(text: str) -> list[Place]:
    return [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in json.loads(text)]


def _by(pattern: str) -> Callable[[str], list[Place]]:
    return lambda text: [(path, int(line)) for path, line in re.findall(pattern, text, re.MULTILINE)]


READERS: dict[str, Callable[[str], list[Place]]] = {
    "text": _by(r"^ *--> (\S+):(\d+):\d+$"),
    "one_line": _by(r"^(\S+):(\d+):\d+: "),
    "json": _in_json,
    "sarif": _in_sarif,
    "junit": _in_junit,
    "github": _by(r"^::\w+ file=([^,]+),line=(\d+),"),
    "gitlab": _in_gitlab,
    "markdown": _by(r"<code>(vendors/[^:]+|policies/[^:]+):(\d+):\d+</code>"),
}


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_tells_the_same_findings(form: str, example_root: Path, vendorbook: Run) -> None:
    told = vendorbook(*LATER, "--format", "json")
    places = _in_json(told.out)
    ran = vendorbook(*LATER, "--format", form)

    assert len(places) > 10
    assert READERS[form](ran.out) == places
    assert (ran.status, ran.err) == (1, "")


def test_json_has_the_shape_that_programs_rely_on(example_root: Path, vendorbook: Run) -> None:
    data = json.loads(vendorbook("check", "--as-of", "2026-12-20", "--format", "json").out)
    found = next(each for each in data["findings"] if each["policy"] == "access-reviewed-every-half-year")

    assert list(data) == [
        "format", "tool", "as_of", "commit", "policy_digest", "records", "policies", "counts", "findings",
    ]  # fmt: skip
    assert (data["format"], data["as_of"]) == ("vendorbook/findings/v1", "2026-12-20")
    assert list(data["counts"]) == ["error", "warning", "note", "waived"]
    assert list(found) == [
        "policy", "obligations", "severity", "record", "path", "line", "column", "pointer", "message", "fix", "related",
        "due", "waiver", "legacy", "fingerprint",
    ]  # fmt: skip
    assert found["obligations"] == ["A5.4"]
    assert found["message"].keys() == found["fix"].keys() == {"zh-TW", "en"}
    assert found["related"][0].keys() == {"path", "line", "column", "message"}
    assert found["due"] < "2026-12-20"


def test_several_files_are_written_beside_what_is_printed(example_root: Path, vendorbook: Run, tmp_path: Path) -> None:
    files = {form: tmp_path / f"findings.{form}" for form in FORMATS}
    outputs = [part for form, file in files.items() for part in ("--output", f"{form}={file}")]
    ran = vendorbook(*LATER, "--format", "markdown", *outputs)

    assert ran.status == 1
    for form, file in files.items():
        assert file.read_text(encoding="utf-8") == vendorbook(*LATER, "--format", form).out


# -- the form when none is asked for -------------------------------------------------------------------


def test_one_line_a_finding_in_a_pipe(example_root: Path, vendorbook: Run) -> None:
    assert vendorbook(*LATER).out == vendorbook(*LATER, "--format", "one_line").out


def test_annotations_where_github_runs_it(example_root: Path, vendorbook: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert vendorbook(*LATER).out == vendorbook(*LATER, "--format", "github").out
    assert vendorbook(*LATER, "--format", "text").out.startswith("錯誤[")


class Terminal:
    """Standard output that says it is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return True


COLOURS = {
    # surroundings and options: whether a terminal is coloured
    "nothing said": ({}, (), True),
    "NO_COLOR": ({"NO_COLOR": "1"}, (), False),
    "NO_COLOR, empty": ({"NO_COLOR": ""}, (), True),
    "--color never": ({}, ("--color", "never"), False),
    "--color always over NO_COLOR": ({"NO_COLOR": "1"}, ("--color", "always"), True),
}


@pytest.mark.parametrize("name", COLOURS)
def test_colour_and_full_text_on_a_terminal(
    name: str, example_root: Path, vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    env, options, coloured = COLOURS[name]
    for variable, value in env.items():
        monkeypatch.setenv(variable, value)
    plain = vendorbook(*LATER, "--format", "text").out
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)

    assert status([*LATER, *options]) == 1
    assert ("\x1b[" in terminal.text) == coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", terminal.text) == plain


def test_colour_in_a_pipe_where_it_is_asked_for(example_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As for `vendorbook check --color always | less -R`."""
    assert status([*LATER, "--color", "always"]) == 1
    assert "\x1b[1;31merror[" in capsys.readouterr().out


# -- language ------------------------------------------------------------------------------------------

LANGUAGES = {
    "nothing said": ({}, (), "錯誤 1、"),
    "--lang": ({}, ("--lang", "en"), "1 error, "),
    "--lang=": ({}, ("--lang=en",), "1 error, "),
    "VENDORBOOK_LANG": ({"VENDORBOOK_LANG": "en"}, (), "1 error, "),
    "--lang over VENDORBOOK_LANG": ({"VENDORBOOK_LANG": "en"}, ("--lang", "zh-TW"), "錯誤 1、"),
    "VENDORBOOK_LANG of no language": ({"VENDORBOOK_LANG": "tlh"}, (), "錯誤 1、"),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_language_asked_for(name: str, register: OnDisk, vendorbook: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    env, options, said = LANGUAGES[name]
    for variable, value in env.items():
        monkeypatch.setenv(variable, value)
    register.write({EVIDENCE: b"exchanged"})
    assert said in vendorbook("check", *options).out

    register.write({FIRM: None})
    assert ("找不到 policies/firm.yaml" if "錯誤" in said else "policies/firm.yaml is missing") in vendorbook(
        "check", *options
    ).err


# -- exactly -------------------------------------------------------------------------------------------

EXACTLY = [(form, lang) for form in ("text", "one_line") for lang in ("zh-TW", "en")]


@pytest.mark.parametrize(("form", "lang"), EXACTLY)
def test_a_finding_as_it_is_printed(form: str, lang: str, register: OnDisk, vendorbook: Run) -> None:
    """After a change that is meant: UPDATE_GOLDEN=1 pytest tests/cli"""
    register.write({EVIDENCE: b"exchanged"})
    ran = vendorbook("check", "--as-of", "2026-11-22", "--format", form, "--lang", lang)
    printed = re.sub(r"\d+(?= policies| 項政策)", "…", ran.out)  # one more must not change this file
    file = GOLDEN / f"check.{form}.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(printed, encoding="utf-8")

    assert printed == file.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {f"check.{form}.{lang}.txt" for form, lang in EXACTLY}
