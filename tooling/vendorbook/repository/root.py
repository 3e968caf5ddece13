"""Finds the register that a folder belongs to."""

from __future__ import annotations

import os
from pathlib import Path

from vendorbook.model import CannotJudge, Text


def find_root(start: str | os.PathLike[str] = ".") -> Path:
    """The nearest folder, from `start` upwards, that holds a folder `vendors`."""
    here = Path(start).absolute()
    for folder in (here, *here.parents):
        if (folder / "vendors").is_dir():
            return folder
    raise CannotJudge(
        Text(
            f"{here} 及其上層都沒有 vendors/ 資料夾；請到登錄冊中執行，或以 --root 指定登錄冊所在",
            f"neither {here} nor a folder above it holds vendors/; "
            "run this inside a register, or name its folder with --root",
        )
    )
