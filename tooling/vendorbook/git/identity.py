"""Who is at work: the one question that the user's own configuration of git answers, and nothing but a word."""

from __future__ import annotations

from pathlib import Path

from vendorbook.git.commits import Identity, identity


def who_writes(root: Path) -> Identity | None:
    """The name and address that the user's next commit would bear; None where git knows none."""
    try:
        from git.cmd import Git
        from git.exc import GitCommandNotFound
    except ImportError:
        return None
    try:
        status, output, _ = Git().execute(
            ["git", "-C", str(root.absolute()), "var", "GIT_AUTHOR_IDENT"],
            with_extended_output=True,
            with_exceptions=False,
            stdout_as_string=False,
        )
    except GitCommandNotFound:
        return None
    return identity(output.decode("utf-8", "replace").strip()) if status == 0 else None
