"""Which folders of the register a command's paths are about."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

_MOST = 8
"""Folders beyond which looking at the whole register costs no more."""


def focus_of(paths: Sequence[str], root: Path) -> list[str]:
    """The engagements' folders (or the suppliers') that hold all of the paths; none where some path is elsewhere."""
    folders = {_folder(path, root) for path in paths}
    return [] if "" in folders or len(folders) > _MOST else sorted(folders)


def _folder(path: str, root: Path) -> str:
    parts = Path(os.path.relpath(os.path.abspath(path), os.path.abspath(root))).parts
    if parts[:1] != ("vendors",) or len(parts) < 2:
        return ""
    is_in_engagement = len(parts) > 3 and parts[2] not in ("journal", "evidence")
    return "/".join(parts[:3] if is_in_engagement else parts[:2])
