"""What a file has been, commit by commit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vendorbook.git.command import ask, run
from vendorbook.git.places import commit_of, prefix_of


def versions(root: Path, path: str, at_most: int) -> Iterator[bytes]:
    """The content of a file (by its path below `root`) in the commits that changed it, newest first."""
    head = commit_of(root, "HEAD")
    if head is None:
        return
    limit = f"--max-count={at_most}"
    listed = run(root, "rev-list", limit, "--end-of-options", head, "--", path).decode().split()
    prefix = prefix_of(root)
    for commit in listed:
        answer = ask(root, "cat-file", "blob", f"{commit}:{prefix}{path}")
        if answer.status == 0:
            yield answer.output
