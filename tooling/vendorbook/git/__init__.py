"""The only package that talks to git."""

from __future__ import annotations

from pathlib import Path

from vendorbook.git.head import quick_head


def head_commit(root: Path) -> str | None:
    return quick_head(root)
