"""Nothing that lies in the register's folder, its git configuration or the environment is run or believed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import INSTALLED, Ran, run_installed
from tests.cli.small import OnDisk
from tests.hardening.canaries import Canary
from tests.helpers.repos import Repo, surroundings

Check = Callable[..., Ran]
FINE = ("check", "--as-of", "2026-11-22", "--lang", "en", "--format", "text")


@pytest.fixture
def canary(tmp_path: Path) -> Canary:
    return Canary(tmp_path / "canary")


def test_modules_and_settings_in_the_register_do_nothing(register: OnDisk, canary: Canary) -> None:
    before = run_installed(register.root, *FINE)
    canary.drop_modules(register.root)
    after = run_installed(register.root, *FINE)

    assert before.status == 0
    assert after == before
    assert canary.traces == ""


def test_modules_in_a_hook_s_folder_do_nothing(own_repo: Repo, canary: Canary) -> None:
    """Git runs hooks in the top folder of the work tree, which the change at hand has filled."""
    canary.drop_modules(own_repo.path)
    hook = own_repo.path / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    command = " ".join(["vendorbook", "check", "--staged", "--as-of", "2026-11-22"])
    hook.write_text(f"#!/bin/sh\nexec {command}\n")
    hook.chmod(0o755)
    own_repo.git("add", "--all")
    path = os.pathsep.join([str(INSTALLED.parent), os.environ["PATH"]])
    done = subprocess.run(
        ["git", "commit", "-m", "modules"],
        cwd=own_repo.path,
        env=surroundings() | {"PATH": path, "XDG_CACHE_HOME": str(canary.folder)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert canary.traces == ""


@pytest.mark.parametrize("how", [(), ("--at", "HEAD"), ("--staged",)], ids=["work tree", "commit", "index"])
def test_a_repository_s_own_configuration_runs_nothing(
    how: tuple[str, ...], own_repo: Repo, check: Check, canary: Canary
) -> None:
    before = check(*how, "--format", "json", "--no-cache")
    canary.configure(own_repo)
    after = check(*how, "--format", "json", "--no-cache")

    assert before.status == 0
    assert after == before
    assert canary.traces == ""


def test_the_configuration_would_run_something(own_repo: Repo, canary: Canary) -> None:
    """So that the test above means something: plain git does run it."""
    canary.configure(own_repo)
    subprocess.run(["git", "status"], cwd=own_repo.path, env=surroundings(), capture_output=True, check=False)
    assert canary.traces


def test_a_configuration_that_is_no_configuration(own_repo: Repo, check: Check) -> None:
    (own_repo.path / ".git/config").write_text("[[[\n")
    ran = check("--at", "HEAD")

    assert (ran.status, ran.out) == (2, "")
    assert "git cannot read" in ran.err


@pytest.mark.parametrize("how", [("--at", "HEAD"), ("--staged",)], ids=["commit", "index"])
def test_git_s_variables_lead_nowhere(how: tuple[str, ...], own_repo: Repo, canary: Canary) -> None:
    """But for the index file: by that, git tells its hooks what it is about to commit."""
    command = ("check", "--as-of", "2026-11-22", *how, "--format", "json", "--no-cache")
    before = run_installed(own_repo.path, *command)
    after = run_installed(own_repo.path, *command, env=canary.environment())

    assert before.status == 0
    assert after == before
    assert canary.traces == ""


def test_the_variables_are_put_back(own_repo: Repo, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever called us in this process finds its environment as it was."""
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    before = dict(os.environ)
    check("--at", "HEAD")
    assert dict(os.environ) == before


def test_no_git_at_all(own_repo: Repo, check: Check, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is on the disk can be judged without git; commits and the index cannot."""
    monkeypatch.setenv("PATH", str(tmp_path))

    assert check().status == 0
    for option in (("--at", "HEAD"), ("--staged",)):
        ran = check(*option)
        assert (ran.status, ran.out) == (2, "")
        assert "there is no git" in ran.err
