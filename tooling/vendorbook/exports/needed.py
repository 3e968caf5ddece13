"""Packages of the extra `export`, which whoever only judges a register does without."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from vendorbook.model import CannotJudge, Text


def needed(module: str) -> Any:
    """A module of such a package. Raises CannotJudge, saying what to install, where it is not there."""
    try:
        return import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        raise CannotJudge(
            Text(
                f"此格式需要額外套件（{name}）：pip install 'vendorbook[export]'",
                f"this format needs an extra package ({name}): pip install 'vendorbook[export]'",
            )
        ) from None
