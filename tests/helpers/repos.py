"""Real repositories for tests, built from mappings; one author and one day, so the same ids each time."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

REGISTER: dict[str, str | bytes] = {
    "vendors/kite/supplier.yaml": "id: kite\n",
    "vendors/kite/journal/2026-02-01-diversification.yaml": "kind: diversification\n",
    "vendors/kite/evidence/certificate.pdf": b"%PDF-1.7\n\xe2\xe3\n",
    "vendors/kite/orders/engagement.yaml": "id: orders\n",
    "vendors/kite/orders/journal/2026-01-05-audit-second.yaml": "kind: audit\n",
    "vendors/kite/orders/evidence/audit_report-2.v1.txt": "all was well\n",
    "schemas/engagement.schema.json": "{}\n",
    "schemas/journal/audit.schema.json": "{}\n",
    "policies/firm.yaml": "name: Paper Boat\n",
    "policies/article-5/access-reviewed.yaml": "id: access-reviewed\n",
}
"""A file of every place that a register has."""


class Repo:
    """A repository in a folder of its own."""

    def __init__(self, path: Path, *arguments: str) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main", *arguments)

    def git(self, *arguments: str, input: bytes = b"", env: Mapping[str, str] | None = None) -> str:
        """What git prints; an error when it fails."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            input=input,
            env=surroundings() | dict(env or {}),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Puts files into the work tree; None removes one."""
        write(self.path, files)

    def stage(self, files: Mapping[str, str | bytes | None]) -> None:
        self.write(files)
        self.git("add", "--all")

    def commit(self, files: Mapping[str, str | bytes | None], message: str = "a change") -> str:
        """Commits these files with all that is in the work tree, and gives the commit's id."""
        self.stage(files)
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def blob(self, data: bytes) -> str:
        return self.git("hash-object", "-w", "--stdin", input=data)

    def index(self, entries: Iterable[tuple[str, str, bytes]]) -> None:
        """Adds (mode, object, path) to the index as they are, whatever a disk would say to them."""
        lines = [f"{mode} {blob}\t".encode() + path for mode, blob, path in entries]
        self.git("update-index", "-z", "--index-info", input=b"".join(line + b"\0" for line in lines))

    def commit_index(self) -> str:
        """Commits the index without a look at the work tree."""
        commit = self.git("commit-tree", self.git("write-tree"), "-m", "as it is")
        self.git("update-ref", "refs/heads/main", commit)
        return commit

    def clone(self, path: Path, *arguments: str) -> Repo:
        self.git("clone", "--quiet", *arguments, self.path.as_uri(), str(path))
        clone = type(self).__new__(type(self))
        clone.path = path
        return clone


class Written(Repo):
    """A repository whose commits are by somebody whom the example register knows."""

    AUTHOR = ("Fan Changyuan", "fan.changyuan@paper-boat.example")

    def git(self, *arguments: str, input: bytes = b"", env: Mapping[str, str] | None = None) -> str:
        by = dict(zip(("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"), self.AUTHOR, strict=True))
        return super().git(*arguments, input=input, env=by | dict(env or {}))


def write(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    """Puts files below a folder; None removes one."""
    for name, data in files.items():
        place = root / name
        if data is None:
            place.unlink()
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data.encode() if isinstance(data, str) else data)


def surroundings() -> dict[str, str]:
    """An environment for git in which nothing of the machine's or the caller's counts."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "Test",
        "GIT_AUTHOR_EMAIL": "test@example.invalid",
        "GIT_AUTHOR_DATE": "2026-11-22T09:00:00+08:00",
        "GIT_COMMITTER_NAME": "Test",
        "GIT_COMMITTER_EMAIL": "test@example.invalid",
        "GIT_COMMITTER_DATE": "2026-11-22T09:00:00+08:00",
        "LC_ALL": "C.UTF-8",
    }
