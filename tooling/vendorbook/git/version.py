"""Which git this machine has."""

from __future__ import annotations

import re
from pathlib import Path

from vendorbook.git.command import run


def version() -> tuple[int, int]:
    """Major and minor number; (0, 0) where git says something else. Raises CannotJudge when there is no git."""
    found = re.search(rb"(\d+)\.(\d+)", run(Path(), "version"))
    return (int(found[1]), int(found[2])) if found else (0, 0)
