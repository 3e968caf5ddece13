"""Which files differ between two trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def changes_of_trees(root: Path, pairs: Iterable[tuple[str, str]]) -> list[list[Changed]]:
    """The same for many pairs of trees (their ids, not those of commits), by one git for all of them."""
    asked = "".join(f"{before} {after}\n" for before, after in pairs)
    if not asked:
        return []
    output = run(root, "diff-tree", "--stdin", "-r", "-z", "--raw", "--no-renames", stdin=asked.encode())
    return list(_by_pair(output.decode("utf-8", "surrogateescape").split("\0")))


def _by_pair(parts: list[str]) -> Iterator[list[Changed]]:
    """Each pair is told on a line of its own; then come what is said of a file and the file's path, in turn."""
    changed: list[Changed] | None = None
    for facts, path in zip(parts[::2], [*parts[1::2], ""], strict=False):
        while facts and not facts.startswith(":"):
            if changed is not None:
                yield changed
            changed = []
            facts = facts.partition("\n")[2]
        if facts and changed is not None:
            changed.append(_changed(facts, path))
    if changed is not None:
        yield changed


def _changed(facts: str, path: str) -> Changed:
    _, _, before, after, status = facts.removeprefix(":").split(" ")
    return Changed(status[:1], _known(before), _known(after), path)


def _known(blob: str) -> str | None:
    return blob if blob.strip("0") else None
