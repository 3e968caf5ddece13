"""Hooks for tests: the real manifest, run by pre-commit or by git itself, without any network."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.helpers.repos import Repo, surroundings

ROOT = Path(__file__).resolve().parents[2]
BESIDE_PYTHON = Path(sys.executable).parent
"""Where the programs of this environment are."""

NOTE = """
import json, os, sys
from pathlib import Path
from vendorbook.repository import find_root
from vendorbook.repository.git_objects import StagedIndex
snapshot = StagedIndex(find_root())
seen = {path: snapshot.read(path).decode("latin-1") for path in snapshot.files()}
refused = [place.location.path for place in snapshot.refused()]
Path(sys.argv[1]).write_text(json.dumps({"files": seen, "refused": refused, "commit": snapshot.commit}))
sys.exit(any("broken" in text for text in seen.values()))
"""
"""Writes down what the staged index holds, and objects to the word `broken`."""


def manifest() -> dict[str, Any]:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(hook, dict)
    return hook


def note_taker(place: Path, note: Path) -> str:
    """A command that writes what it sees into `note`."""
    script = place / "note.py"
    script.write_text(NOTE)
    return shlex.join([sys.executable, str(script), str(note)])


def by_pre_commit(repo: Repo, entry: str, home: Path) -> None:
    """Installs the manifest's hook with another entry, in the language that needs no installation."""
    hook = manifest() | {"entry": entry, "language": "system"}
    hook.pop("minimum_pre_commit_version")
    config = {
        "default_install_hook_types": ["pre-commit", "pre-merge-commit"],
        "repos": [{"repo": "local", "hooks": [hook]}],
    }
    repo.write({".pre-commit-config.yaml": yaml.safe_dump(config)})
    repo.git("add", ".pre-commit-config.yaml")
    done = subprocess.run(
        [BESIDE_PYTHON / "pre-commit", "install"],
        cwd=repo.path,
        env=environment(home),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def by_git(repo: Repo, entry: str, _: Path) -> None:
    """Installs a plain hook of git's."""
    for name in ("pre-commit", "pre-merge-commit"):
        hook = repo.path / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\nexec {entry}\n")
        hook.chmod(0o755)


def commit(place: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`git <arguments>` as a user runs it, hooks and all."""
    return subprocess.run(
        ["git", *arguments], cwd=place, env=environment(home), capture_output=True, text=True, check=False
    )


def environment(home: Path) -> dict[str, str]:
    """Programs of this environment first, and no cache or register of the machine's."""
    path = os.pathsep.join([str(BESIDE_PYTHON), os.environ["PATH"]])
    own = {
        "PRE_COMMIT_HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PATH": path,
        "PYTHONUTF8": "1",
    }
    return surroundings() | own
