"""What those who look after workflows for a living say of ours: zizmor at its strictest, and actionlint's rules."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT

BIN = Path(sys.executable).parent
ZIZMOR = ("zizmor", "--offline", "--no-config", "--no-progress", "--persona", "auditor", ".github")
ACTIONLINT = ("jactionlint", "--profile", "pedantic", "--no-hints")
"""A fork of actionlint that comes as a package, with all its rules; shellcheck beside it reads the scripts."""


def environment() -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GH_", "GITHUB_", "ZIZMOR_"))}
    return kept | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}


def run(command: tuple[str, ...], root: Path) -> subprocess.CompletedProcess[str]:
    if shutil.which(command[0], path=environment()["PATH"]) is None:
        pytest.skip(f"NOBODY LOOKED AT THE WORKFLOWS: that needs {command[0]} (pip install '.[test]')")
    return subprocess.run(command, cwd=root, env=environment(), capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The workflows and their like, in a repository of their own."""
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize("command", [ZIZMOR, ACTIONLINT], ids=lambda command: command[0])
def test_nothing_is_found(command: tuple[str, ...], copy: Path) -> None:
    done = run(command, copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip() in ("", "No findings to report. Good job!")
    assert "not found" not in done.stderr


FAULTS = {
    "zizmor, of an expression in a script": (
        ZIZMOR,
        '--head "$HEAD_SHA"',
        "--head ${{ github.head_ref }}",
        "template-injection",
    ),
    "zizmor, of credentials": (ZIZMOR, "          persist-credentials: false\n", "", "artipacked"),
    "actionlint, of a name that is none": (ACTIONLINT, "github.token", "github.tokne", "undefined-property"),
    "shellcheck, of a word that is split": (ACTIONLINT, '--base "$base"', "--base $base", "SC2086"),
}


@pytest.mark.parametrize(("command", "before", "after", "rule"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found(command: tuple[str, ...], before: str, after: str, rule: str, copy: Path) -> None:
    """Or the test above would prove nothing."""
    gate = copy / ".github/workflows/gate.yml"
    text = gate.read_text("utf-8")
    assert before in text
    gate.write_text(text.replace(before, after), "utf-8")
    done = run(command, copy)
    assert done.returncode != 0
    assert rule in done.stdout
