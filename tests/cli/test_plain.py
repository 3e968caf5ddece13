"""What is understood without click means what it means to click; all else is left to click."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorbook.cli.app import app
from vendorbook.cli.check import check
from vendorbook.cli.checking import Asked
from vendorbook.cli.plain import understood

_WORDS = st.sampled_from(
    [
        "--as-of",
        "--as-of=2026-11-22",
        "2026-11-22",
        "2026-02-30",
        "--format",
        "json",
        "one_line",
        "xml",
        "--lang",
        "en",
        "zh-TW",
        "fr",
        "--staged",
        "--root",
        "--",
        "-",
        "",
        "vendors",
        "vendors/a/supplier.yaml",
        "--help",
        "--asof",
    ]
)


def _to_click(arguments: list[str]) -> Asked:
    """What click understands; raises what click raises."""
    above = click.Context(app, **app.context_settings)
    with check.make_context("check", list(arguments), parent=above) as context:
        return Asked(**context.params)


@given(st.lists(_WORDS, max_size=7))
def test_what_is_understood_is_what_click_understands(words: list[str]) -> None:
    asked = understood(["check", *words])
    if asked is not None:
        assert asked == _to_click(words)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["vendors"],
        ["--as-of", "2026-11-22", "a", "b", "--format", "json", "--lang", "en"],
        ["--format", "text", "--format", "json"],
    ],
)
def test_what_is_typed_all_day_is_understood(words: list[str]) -> None:
    assert understood(["check", *words]) == _to_click(words)


@pytest.mark.parametrize(
    "words", [["due"], ["check", "--staged"], ["check", "--as-of", "yesterday"], ["check", "--format"], ["--debug"], []]
)
def test_all_else_is_left_to_click(words: list[str]) -> None:
    assert understood(words) is None


def test_what_click_refuses_is_not_understood() -> None:
    with pytest.raises(click.UsageError):
        _to_click(["--format", "xml"])
    assert understood(["check", "--format", "xml"]) is None


def test_a_check_of_a_file_does_not_wait_for_click(example_root: Path) -> None:
    """Nor for what no file that is fine needs: each would be waited for at every save."""
    code = (
        "import sys; from vendorbook.cli.boundary import status\n"
        "status(['check', '--as-of', '2026-11-22', 'vendors'])\n"
        "print(*sorted({'click', 'ruamel', 'jsonschema', 'git'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=example_root, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""
