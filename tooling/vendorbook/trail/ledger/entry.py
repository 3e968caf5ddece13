"""What one entry of the evidence branch says: what the forge said of a merge on the day it was recorded.

Ids of commits and trees are whole, in hexadecimal; times are UTC (`2026-11-22T01:00:00Z`); digests are `sha256:…`.
What the forge did not say, or nobody can know, is None: it is never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

FORGES = ("github", "gitlab", "gitea")
KINDS = ("merge", "squash", "rebase", "direct")
STATES = ("approved", "changes-requested", "commented", "dismissed")


class Account(NamedTuple):
    """An account of the forge. The id never changes and is what counts; the login is for people to read."""

    id: str
    login: str


class Merge(NamedTuple):
    """A commit of the first-parent line. `head` is its second parent; None where it has one parent only."""

    commit: str
    base: str
    head: str | None
    merged_at: str | None
    merged_by: Account | None


class Change(NamedTuple):
    """The pull or merge request that it came by. `direct`: by none, so that there is no number, author or head.

    `head` is the request's last commit, also where a squash or rebase has left it out of the history.
    """

    forge: str
    number: int | None
    author: Account | None
    head: str | None
    kind: str


class Review(NamedTuple):
    """One review as it stood when it was recorded; a person may have given several, in the order of the list.

    `dismissed` is an approval or refusal that no longer stands. `commit` is what was reviewed. `content` are the tree
    ids there of the folders that the merge touches (None: not there any more); None as a whole where the clone lacks
    the commit. `reviewer` is None for an account that has been deleted.
    """

    id: str
    reviewer: Account | None
    state: str
    commit: str | None
    submitted_at: str | None
    content: Mapping[str, str | None] | None


class CheckRun(NamedTuple):
    """A check of the change's head. `conclusion` is the forge's own word, None while it runs; `app` is who ran it."""

    name: str
    conclusion: str | None
    app: str | None
    commit: str


class Content(NamedTuple):
    """A folder as it was merged: git's tree id, and the SHA-256 of a sha256sum listing of its files.

    The listing has a line `<sha256>  <path>` for each file, with the path from the folder on, in the order of the
    paths' bytes.
    """

    tree: str
    sha256: str


class Entry(NamedTuple):
    """One entry. `content` is by folder, `vendors/<supplier>/<engagement>` or `vendors/<supplier>`; None: removed."""

    number: int
    previous: str | None
    merge: Merge
    change: Change
    reviews: tuple[Review, ...]
    checks: tuple[CheckRun, ...]
    workflow_digest: str | None
    ruleset_digest: str | None
    content: Mapping[str, Content | None]
    mass_change: bool
    recorded_at: str
    tool: str
