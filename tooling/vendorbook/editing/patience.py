"""Looking again where others are writing just now."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from vendorbook.model import CannotJudge
from vendorbook.repository.disk import changed_meanwhile

T = TypeVar("T")
_TRIES = 20
_PAUSE = 0.05


def patiently(look: Callable[[], T]) -> T:
    """What a look comes to; where a file changed while it was being looked at, there is another look."""
    for _ in range(_TRIES):
        try:
            return look()
        except CannotJudge as trouble:
            if trouble.message != changed_meanwhile("").message:
                raise
            time.sleep(_PAUSE)
    return look()
