"""What a commit and an index hold, as git lists it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from vendorbook.git.command import run

_EMPTY_BLOBS = (
    b"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    b"473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
)
_FLAGS = re.compile(r"\tflags: ([0-9a-f]+)\n")
_INTENT_TO_ADD = 0x20000000


class Listed(NamedTuple):
    """One entry: its mode (`100644`), its object, its path, and in an index the side of a conflict.

    Bytes of a path that are no UTF-8 are surrogates.
    """

    mode: str
    blob: str
    path: str
    stage: int = 0


def tree_files(root: Path, commit: str, folders: Sequence[str] = ()) -> list[Listed]:
    """The files of a commit at and below `root`, a folder of the work tree; paths start there.

    With `folders`, only what stands at or below one of those.
    """
    output = run(root, "ls-tree", "-r", "-z", "--end-of-options", commit, *folders)
    return [_of_tree(line) for line in _text(output).split("\0")[:-1]]


def index_files(root: Path, index: str | None = None) -> list[Listed]:
    """What `git commit` would record at and below `root`; `index` is the file that git made for it."""
    output = run(root, "ls-files", "--stage", "-z", index=index)
    listed = _of_index(_text(output))
    if not any(blob in output for blob in _EMPTY_BLOBS):
        return listed
    promised = _promised(root, index)
    return [entry for entry in listed if entry.path not in promised]


def _text(output: bytes) -> str:
    return output.decode("utf-8", "surrogateescape")


def _of_tree(line: str) -> Listed:
    facts, _, path = line.partition("\t")
    mode, _, blob = facts.split(" ")
    return Listed(mode, blob, path)


def _of_index(text: str) -> list[Listed]:
    """All entries in one loop: a large register's hook waits for it."""
    listed = []
    for line in text.split("\0")[:-1]:
        mode, blob, rest = line.split(" ", 2)
        stage, _, path = rest.partition("\t")
        listed.append(Listed(mode, blob, path, int(stage)))
    return listed


def _promised(root: Path, index: str | None) -> set[str]:
    """Paths of `git add --intent-to-add`: empty files in the index, and left out of the commit."""
    output = run(root, "ls-files", "--stage", "-z", "--debug", index=index)
    # After an entry and its NUL come its details, of which the flags are the last.
    parts = _FLAGS.split(_text(output))
    entries = zip(parts[::2], parts[1::2], strict=False)
    marked = [entry for entry, flags in entries if int(flags, 16) & _INTENT_TO_ADD]
    return {entry.partition("\0")[0].partition("\t")[2] for entry in marked}
