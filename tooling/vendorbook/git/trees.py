"""All that a commit holds, its folders included, wherever in the work tree one stands."""

from __future__ import annotations

from pathlib import Path

from vendorbook.git.command import ask
from vendorbook.git.listings import Listed

FOLDER = "040000"
"""The mode of a folder."""

EMPTY_TREES = (
    "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
    "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
)
"""The tree without anything, which git knows without having it, in both kinds of repository."""


def whole_tree(root: Path, commit: str) -> dict[str, Listed] | None:
    """Files and folders (`FOLDER` is their mode) of a commit or tree by path; None where the clone lacks any of it."""
    answer = ask(root, "ls-tree", "-r", "-t", "-z", "--full-tree", "--end-of-options", commit)
    if answer.status != 0:
        return None
    lines = answer.output.decode("utf-8", "surrogateescape").split("\0")[:-1]
    listed = [_listed(line) for line in lines]
    return {each.path: each for each in listed}


def _listed(line: str) -> Listed:
    facts, _, path = line.partition("\t")
    mode, _, id = facts.split(" ")
    return Listed(mode, id, path)
