"""Ways down to a value in a file, as schemas speak of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Way: TypeAlias = tuple[str | int, ...]


def generic(way: Sequence[str | int]) -> Way:
    """The way with every index as 0: what a schema says of one item it says of all."""
    return tuple(0 if isinstance(step, int) else step for step in way)
