"""Which files of the register a command that rewrites is about."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from vendorbook.cli.wrongly import wrongly
from vendorbook.repository import WorkTree


def chosen(tree: WorkTree, paths: Sequence[str]) -> list[str]:
    """The YAML files at and below the paths as the user writes them; the records where none is given.

    A path that is nowhere, or holds no such file, is a usage error.
    """
    every = [path for path in tree.files() if path.endswith(".yaml")]
    if not paths:
        return [path for path in every if path.startswith("vendors/")]
    found: dict[str, None] = {}
    for path in paths:
        inside = Path(os.path.relpath(os.path.realpath(path), os.path.realpath(tree.root))).as_posix()
        below = [each for each in every if inside in (".", each) or each.startswith(f"{inside}/")]
        if not below:
            raise wrongly(f"登錄冊在 {path} 沒有 YAML 檔", f"the register has no YAML file at {path}")
        found |= dict.fromkeys(below)
    return list(found)
