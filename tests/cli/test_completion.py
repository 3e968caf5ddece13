"""What a shell completes, asked as shells ask."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, git
from tests.helpers.repos import surroundings
from vendorbook.cli.boundary import status

SHELLS = ("bash", "zsh", "fish")


def completed(root: Path, *words: str) -> list[str]:
    """What is offered for the last of the words."""
    asked = {
        "_VENDORBOOK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["vendorbook", *words]),
        "COMP_CWORD": str(len(words)),
        "PYTHONPATH": str(ROOT / "tooling"),
        "XDG_CACHE_HOME": f"{root}-cache",
    }
    program = "from vendorbook.cli import main; main()"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=root, env=surroundings() | asked, capture_output=True, check=True, timeout=60)
    assert done.stderr == b""
    return [line.partition(",")[2] for line in done.stdout.decode().splitlines() if line]


@pytest.fixture
def register(on_disk: Path) -> Path:
    git(on_disk, "init", "--quiet", "--initial-branch=main")
    git(on_disk, "commit", "--quiet", "--allow-empty", "--message", "a start")
    git(on_disk, "branch", "change/widen")
    git(on_disk, "tag", "checkpoint/2026-01-01")
    return on_disk


CASES = {
    "commands": (("ch",), ["check"]),
    "commands of a group": (("trail", "v"), ["verify"]),
    "formats": (("check", "--format", "js"), ["json"]),
    "an engagement": (("trail", "show", "kite"), ["kite-systems/order-routing", "kite-systems/settlement-core"]),
    "an engagement to show": (("diff", "main..HEAD", "paper-crane/w"), ["paper-crane/website"]),
    "a policy": (("explain", "access-reviewed"), ["access-reviewed-every-half-year"]),
    "an obligation": (("explain", "A5.4"), ["A5.4"]),
    "a policy to try": (("policies", "test", "access-reviewed"), ["access-reviewed-every-half-year"]),
    "a branch": (("gate", "--base", "ma"), ["main"]),
    "a tag": (("check", "--at", "check"), ["checkpoint/2026-01-01"]),
    "the end of a range": (("diff", "main..cha"), ["main..change/widen"]),
    "nothing of that name": (("trail", "show", "zzz"), []),
}


@pytest.mark.parametrize("name", CASES)
def test_names_of_the_register_are_completed(name: str, register: Path) -> None:
    words, offered = CASES[name]
    assert completed(register, *words) == offered


@pytest.mark.parametrize("words", [("trail", "show", "k"), ("explain", "a"), ("gate", "--base", "m")])
def test_outside_of_a_register_nothing_is_said(words: tuple[str, ...], tmp_path: Path) -> None:
    assert [each for each in completed(tmp_path, *words) if each != "HEAD"] == []


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["completion", shell]) == 0
    assert f"_VENDORBOOK_COMPLETE={shell}_complete" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_takes_the_script(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status(["completion", "bash"])
    script = tmp_path / "completion.sh"
    script.write_text(capsys.readouterr().out)
    asks = f"source {script}; complete -p vendorbook"
    done = subprocess.run(["bash", "--norc", "-c", asks], env=dict(os.environ), capture_output=True, check=False)
    assert b"_vendorbook_completion" in done.stdout, done.stderr
