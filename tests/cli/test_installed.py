"""The installed command as the shell runs it: pipes, full disks, and the module by its name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import INSTALLED, run_installed
from tests.cli.small import EVIDENCE, RECORD, OnDisk
from tests.helpers.repos import surroundings

FULL = Path("/dev/full")
SHELL = "set -o pipefail; "


def shell(where: Path, line: str) -> subprocess.CompletedProcess[str]:
    """A line of bash in which `vendorbook` is the installed command."""
    env = surroundings() | {"XDG_CACHE_HOME": str(where.parent / "cache")}
    command = f'vendorbook() {{ "{INSTALLED}" "$@"; }}; {line}'
    return subprocess.run(
        ["bash", "-c", command], cwd=where, env=env, capture_output=True, text=True, check=False, timeout=120
    )


PIPES = {
    # a line of shell: its exit status, given that the register is at fault
    "the reader leaves before anything is written": (
        "vendorbook check --format text | true; echo ${PIPESTATUS[0]}",
        "1",
    ),
    "the reader leaves after a line": ("vendorbook schema bundle | head -n 1 > /dev/null; echo ${PIPESTATUS[0]}", "0"),
    "a list's reader leaves": ("vendorbook policies list | true; echo ${PIPESTATUS[0]}", "0"),
    "stderr's reader leaves": ("vendorbook check --as-of x 2>&1 | true; echo ${PIPESTATUS[0]}", "2"),
    "stdout is closed": ("vendorbook check >&-; echo $?", "1"),
    "stderr is closed": ("vendorbook check 2>&- > /dev/null; echo $?", "1"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX is needed")
@pytest.mark.parametrize("name", PIPES)
def test_whoever_stops_reading_is_told_no_tale(name: str, register: OnDisk) -> None:
    """No complaint, and still the status of the verdict: `check | head` must not let a gate open."""
    register.write({EVIDENCE: b"exchanged"})
    line, expected = PIPES[name]
    done = shell(register.root, line)

    assert done.stdout.splitlines()[-1:] == [expected]
    assert done.stderr == ""


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["check", "policies list", "check --format json --output text=/dev/full"])
def test_a_full_disk_is_no_verdict(command: str, register: OnDisk) -> None:
    into = "> /dev/full" if "--output" not in command else ""
    done = shell(register.root, f"vendorbook {command} {into}")

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "No space left on device" in done.stderr


def test_the_module_by_its_name(register: OnDisk) -> None:
    command = [sys.executable, "-m", "vendorbook", "check", "--as-of", "2026-11-22"]
    done = subprocess.run(command, cwd=register.root, env=surroundings(), capture_output=True, check=False, timeout=120)
    assert done.returncode == 0
    assert done.stdout.decode() == run_installed(register.root, "check", "--as-of", "2026-11-22").out


def test_what_is_piped_on_is_utf_8(register: OnDisk) -> None:
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert "沒有發現問題" in run_installed(register.root, "check", "--as-of", "2026-11-22", env=env).out


def test_what_was_found_comes_before_what_is_told_of_it(register: OnDisk) -> None:
    """Where both streams go to one place, as in the log of a workflow."""
    register.write({RECORD: "status: [\n"})
    ran = shell(register.root, "unset PYTHONUNBUFFERED; vendorbook check --format one_line --lang en 2>&1")
    assert ran.returncode == 1
    said = ran.stdout
    assert said.index("record-is-readable") < said.index("no policy can judge these")
