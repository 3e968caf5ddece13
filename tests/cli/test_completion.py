"""What a shell completes, asked as shells ask."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from tests.cli.running import INSTALLED
from tests.conftest import ROOT, git
from tests.helpers.repos import surroundings
from tests.helpers.terminal import Terminal
from vendorbook.cli.boundary import status

SHELLS = ("bash", "zsh", "fish")
BEGINNING, END_OF_LINE = "\x01", "\x05"
"""Keys that go to either end of a line."""


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


_TRIES = {
    "bash": """
        source {script}
        COMP_WORDS=(vendorbook {words}) COMP_CWORD=$(({count}))
        _vendorbook_completion vendorbook
        echo "${{COMPREPLY[@]}}"
    """,
    "fish": "source {script}; complete -C 'vendorbook {words}'",
}
"""How a shell is asked, without a terminal, what it would offer."""

ASKED = {
    "trail show paper-crane/w": "paper-crane/website",
    "check --format js": "json",
    "diff main..cha": "main..change/widen",
    "check vend": "vendors/",
}


def _in_shell(shell: str, capsys: pytest.CaptureFixture[str], folder: Path) -> tuple[Path, dict[str, str]]:
    """The script and the surroundings for a shell; where there is none here, that is said, and nothing is tried."""
    if shutil.which(shell) is None:
        warnings.warn(f"there is no {shell} here: its completion was not tried", stacklevel=2)
        pytest.skip(f"no {shell} here")
    assert status(["completion", shell]) == 0
    script = folder / f"vendorbook.{shell}"
    script.write_text(capsys.readouterr().out)
    own = {"PATH": f"{INSTALLED.parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder), "TERM": "dumb"}
    return script, surroundings() | own


@pytest.mark.parametrize("shell", _TRIES)
def test_a_shell_offers_it(
    shell: str, register: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    script, around = _in_shell(shell, capsys, tmp_path_factory.mktemp("home"))
    bare = {"bash": "--norc", "fish": "--no-config"}[shell]
    for words, offered in ASKED.items():
        if shell == "bash" and words == "check vend":  # which is left to bash itself
            continue
        asks = _TRIES[shell].format(script=script, words=words, count=len(words.split()))
        done = subprocess.run([shell, bare, "-c", asks], cwd=register, env=around, capture_output=True, check=False)
        assert done.stdout.decode().split()[:1] == [offered], done.stderr


def test_zsh_offers_it(
    register: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It completes on a terminal alone; what stands on the line then is echoed."""
    script, around = _in_shell("zsh", capsys, tmp_path_factory.mktemp("home"))
    typed = Terminal(["zsh", "-f", "-i"], register, around)
    typed.type(f"autoload -Uz compinit; compinit -u -D; source {script}; echo be''gun\n")
    typed.asked("begun")
    for words, offered in ASKED.items():
        typed.type(f"vendorbook {words}\t{BEGINNING}echo com''pleted: {END_OF_LINE}\n")
        before, space, _ = words.rpartition(" ")
        typed.asked(f"completed: vendorbook {before}{space}{offered.removesuffix('/')}")
    typed.type("exit\n")
    assert typed.ended() == 0
