"""A step of the first-parent line, and the form in which it came: only a merge keeps the change's head and number."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from vendorbook.git import Changed, CommitObject
from vendorbook.model import TAIPEI

_GITHUB = re.compile(r"Merge pull request #(\d{1,9}) from \S+")
_IN_THE_SUBJECT = re.compile(r".*\(#(\d{1,9})\)(?: from \S+ into \S+)?")
_GITLAB = re.compile(r"^See merge request (?:[\w.-]+/)*[\w.-]*!(\d{1,9})$", re.MULTILINE)
_GITEA = re.compile(r"^Reviewed-on: \S+/pulls/(\d{1,9})$", re.MULTILINE)
_LONGEST = 1000
"""Characters of a subject that are looked at; a forge's own are shorter."""


class Form(StrEnum):
    """How a commit came onto the line."""

    ROOT = "root"
    MERGE = "merge"
    UNNUMBERED = "unnumbered-merge"
    OCTOPUS = "octopus"
    SQUASH = "squash"
    FORGED = "forged-merge"
    DIRECT = "direct"


class Step(NamedTuple):
    """One commit of the line, its place in it (0 is the root), and what it does.

    `commits` are those that came with it, oldest first. `files` are what differs from its first parent, by paths of the
    repository. `is_ahead` says that its head comes after its base, so that merging them gives the head's own tree.
    `came_back` are the records among the files added that an earlier commit of the line had.
    """

    place: int
    commit: CommitObject
    base_tree: str
    commits: tuple[CommitObject, ...]
    files: tuple[Changed, ...]
    is_ahead: bool
    came_back: frozenset[str]

    @property
    def id(self) -> str:
        return self.commit.id

    @property
    def base(self) -> str:
        return self.commit.parents[0] if self.commit.parents else ""

    @property
    def head(self) -> str | None:
        return self.commit.parents[1] if len(self.commit.parents) == 2 else None

    @property
    def number(self) -> int | None:
        return number_of(self.commit)

    @property
    def form(self) -> Form:
        return form_of(self.commit)

    @property
    def day(self) -> date:
        return day_of(self.commit)


def day_of(commit: CommitObject) -> date:
    """The day in Taipei on which a commit was made."""
    return commit.committer.when.astimezone(TAIPEI).date()


def number_of(commit: CommitObject) -> int | None:
    """The number of the pull or merge request in the words of GitHub, GitLab or Gitea; None where none is named."""
    subject, message = commit.subject[:_LONGEST], commit.message[: _LONGEST * 16]
    for match in (
        _GITHUB.fullmatch(subject),
        _IN_THE_SUBJECT.fullmatch(subject),
        _GITLAB.search(message),
        _GITEA.search(message),
    ):
        if match:
            return int(match[1])
    return None


def form_of(commit: CommitObject) -> Form:
    """By its parents and its message alone; a message proves nothing, and is only held against the parents."""
    parents, number = len(commit.parents), number_of(commit)
    if parents == 0:
        return Form.ROOT
    if parents > 2:
        return Form.OCTOPUS
    if parents == 2:
        return Form.UNNUMBERED if number is None else Form.MERGE
    if commit.subject.startswith("Merge "):
        return Form.FORGED
    return Form.DIRECT if number is None else Form.SQUASH
