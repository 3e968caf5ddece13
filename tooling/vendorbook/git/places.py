"""Where a repository is, what is checked out, and whether its history is whole."""

from __future__ import annotations

import re
from pathlib import Path

from vendorbook.git.command import ask, run
from vendorbook.git.head import is_in_git, quick_head

_ID = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def find_root(path: Path) -> Path:
    """The top folder of the work tree that a folder belongs to."""
    output = run(path, "rev-parse", "--show-toplevel")
    return Path(output.removesuffix(b"\n").decode("utf-8", "surrogateescape"))


def head_commit(root: Path) -> str | None:
    """The commit that is checked out; None outside of git and before the first commit."""
    if not is_in_git(root):
        return None
    return quick_head(root) or commit_of(root, "HEAD")


def is_shallow(root: Path) -> bool:
    """Whether the clone lacks the older part of its history."""
    return run(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def commit_of(root: Path, name: str) -> str | None:
    """The commit that a name stands for by git's own rules; None when it stands for none."""
    answer = ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    found = answer.output.removesuffix(b"\n")
    return found.decode() if answer.status == 0 and _ID.fullmatch(found) else None


def prefix_of(root: Path) -> str:
    """The way from the top of the work tree to a folder, with its `/`; empty at the top and without a work tree."""
    answer = ask(root, "rev-parse", "--show-prefix")
    return answer.output.removesuffix(b"\n").decode("utf-8", "surrogateescape") if answer.status == 0 else ""
