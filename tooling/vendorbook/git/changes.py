"""Which files differ between two trees."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from vendorbook.git.command import run


class Changed(NamedTuple):
    """A file that differs: `status` is A (added), M (modified), D (deleted) or T (another type).

    What is not there has no blob. The path is from the top of the tree; bytes that are no UTF-8 are surrogates.
    """

    status: str
    before: str | None
    after: str | None
    path: str


def changed_files(root: Path, before: str, after: str) -> list[Changed]:
    """The files that differ between two commits or trees, by path. A move is a deletion and an addition."""
    output = run(root, "diff-tree", "-r", "-z", "--raw", "--no-renames", "--end-of-options", before, after)
    parts = output.decode("utf-8", "surrogateescape").split("\0")
    return [_changed(facts, path) for facts, path in zip(parts[::2], parts[1::2], strict=False)]


def _changed(facts: str, path: str) -> Changed:
    _, _, before, after, status = facts.removeprefix(":").split(" ")
    return Changed(status[:1], _known(before), _known(after), path)


def _known(blob: str) -> str | None:
    return blob if blob.strip("0") else None
