"""A git server of one's own: a bare repository with the hook and the example register, and somebody's clone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tests.docs.pages import DOCS, Page
from tests.helpers.repos import Repo, Written, surroundings

[_SHOWN] = Page.of(DOCS / "git-server.md").in_role("hook")
_COMMAND = "/usr/local/lib/vendorbook/bin/python -I"
assert _COMMAND in _SHOWN.text
HOOK = _SHOWN.text.replace(f"exec {_COMMAND}", f"PYTHONPATH='{ROOT / 'tooling'}' exec '{sys.executable}' -P")
"""As the page has it, but for where the tool is: `-I` would not find a checkout's."""


RECORD = "vendors/kite-systems/order-routing/engagement.yaml"


class Answer(NamedTuple):
    """How a push went, and what the server said."""

    went_in: bool
    said: str


class Server:
    """The bare repository, and the clone from which is pushed."""

    def __init__(self, bare: Path, clone: Repo) -> None:
        self.bare = bare
        self.clone = clone

    def push(self, *arguments: str) -> Answer:
        done = subprocess.run(
            ["git", "push", "--quiet", "origin", *arguments],
            cwd=self.clone.path,
            env=surroundings() | {"VENDORBOOK_LANG": "en"},
            capture_output=True,
            check=False,
        )
        return Answer(done.returncode == 0, done.stderr.decode())

    def at(self, ref: str) -> str:
        """The object that a reference of the server stands for; empty where there is none."""
        command = ["git", "--git-dir", str(self.bare), "for-each-ref", "--format=%(objectname)", ref]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def branch(self, name: str, files: dict[str, str | bytes | None]) -> str:
        """A commit on a branch of its own that begins at main; the clone is back on main afterwards."""
        self.clone.git("switch", "--quiet", "--create", name, "main")
        commit = self.clone.commit(files, f"change {name}")
        self.clone.git("switch", "--quiet", "main")
        return commit

    def merge(self, name: str) -> str:
        self.clone.git("merge", "--quiet", "--no-ff", "--message", f"Merge pull request #1 from {name}", name)
        return self.clone.git("rev-parse", "HEAD")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Path:
    """The example register as one commit."""
    repo = Written(tmp_path_factory.mktemp("made") / "register")
    repo.commit(dict(example_files), "the register")
    return repo.path


@pytest.fixture
def server(made: Path, tmp_path: Path) -> Server:
    bare = tmp_path / "register.git"
    subprocess.run(["git", "clone", "--quiet", "--bare", made.as_uri(), str(bare)], check=True, env=surroundings())
    for setting in ("receive.advertisePushOptions=true", "core.logAllRefUpdates=true"):
        subprocess.run(["git", "--git-dir", str(bare), "config", *setting.split("=")], check=True)
    with_hook(bare)
    origin = Written.__new__(Written)
    origin.path = bare
    return Server(bare, origin.clone(tmp_path / "clone"))


def with_hook(bare: Path) -> None:
    (bare / "hooks").mkdir(exist_ok=True)
    hook = bare / "hooks" / "pre-receive"
    hook.write_text(HOOK)
    hook.chmod(0o755)


def remarked(server: Server) -> dict[str, str | bytes | None]:
    """A change that no rule has anything against: a remark."""
    return {RECORD: (server.clone.path / RECORD).read_bytes() + b"# looked through in November\n"}


def broken(server: Server) -> dict[str, str | bytes | None]:
    return {RECORD: (server.clone.path / RECORD).read_bytes() + b"notes: x\n"}
