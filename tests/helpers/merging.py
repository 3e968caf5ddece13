"""A register whose changes land in every way that forges know."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.helpers.repos import Repo

ORDERS = "vendors/kite/orders"


class Landed(NamedTuple):
    """A commit of the main branch, and the last commit of the change that it came from."""

    commit: str
    head: str


class History:
    """A repository of which each change is a branch first."""

    def __init__(self, path: Path) -> None:
        self.repo = Repo(path)
        self.root = self.repo.commit(
            {"vendors/kite/supplier.yaml": "id: kite\n", f"{ORDERS}/engagement.yaml": "id: 0\n"}
        )
        self._number = 0

    def push(self, files: Mapping[str, str | bytes | None]) -> str:
        return self.repo.commit(files)

    def merge(self, *states: Mapping[str, str | bytes | None]) -> Landed:
        """A change of so many commits, merged."""
        head = self._branch(states)
        self.repo.git("merge", "--quiet", "--no-ff", "--message", f"Merge pull request #{self._number} from a/b", head)
        return Landed(self.repo.git("rev-parse", "HEAD"), head)

    def squash(self, *states: Mapping[str, str | bytes | None]) -> Landed:
        head = self._branch(states)
        self.repo.git("merge", "--quiet", "--squash", head)
        self.repo.git("commit", "--quiet", "--message", f"A change (#{self._number})")
        return Landed(self.repo.git("rev-parse", "HEAD"), head)

    def _branch(self, states: tuple[Mapping[str, str | bytes | None], ...]) -> str:
        self._number += 1
        self.repo.git("checkout", "--quiet", "-b", f"change-{self._number}")
        for number, files in enumerate(states):
            head = self.repo.commit(files, f"step {number} of {self._number}")
        self.repo.git("checkout", "--quiet", "main")
        return head
