"""The commit that is checked out, read from git's own files: starting git for it would double a short run."""

from __future__ import annotations

import re
from pathlib import Path

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_BRANCH = re.compile(r"ref: (refs/heads/[^\s\\:?*\[~^]+)\n?")
_MAX = 4096


def quick_head(root: Path) -> str | None:
    """The commit, where the files say so beyond doubt; None means that git has to be asked."""
    folder = _git_folder(root)
    if folder is None:
        return None
    head = _text(folder / "HEAD")
    if _COMMIT.fullmatch(head.strip()):
        return head.strip()
    branch = _BRANCH.fullmatch(head)
    if branch is None or ".." in branch[1]:
        return None
    common = folder / (_text(folder / "commondir").strip() or ".")
    loose = _text(common / branch[1]).strip()
    return loose if _COMMIT.fullmatch(loose) else _packed(common, branch[1]) if not loose else None


def is_in_git(root: Path) -> bool:
    """Whether the folder or one above it has a `.git`."""
    return _nearest(root) is not None


def is_bare(root: Path) -> bool:
    """Whether the folder is a repository itself, without a work tree and not within one."""
    return (root / "HEAD").is_file() and (root / "objects").is_dir() and not is_in_git(root)


def _nearest(root: Path) -> Path | None:
    here = root.absolute()
    return next((git for folder in (here, *here.parents) if (git := folder / ".git").exists()), None)


def _git_folder(root: Path) -> Path | None:
    """Where HEAD is: `.git` itself, or what the file `.git` of a linked work tree points to."""
    git = _nearest(root)
    if git is None or git.is_dir():
        return git
    pointer = _text(git)
    return git.parent / pointer.removeprefix("gitdir: ").strip() if pointer.startswith("gitdir: ") else None


def _packed(common: Path, branch: str) -> str | None:
    try:
        lines = (common / "packed-refs").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    found = [line.partition(" ")[0] for line in lines if line.endswith(f" {branch}")]
    return found[0] if len(found) == 1 and _COMMIT.fullmatch(found[0]) else None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MAX).decode("utf-8", "surrogateescape")
    except OSError:
        return ""
