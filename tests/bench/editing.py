"""Small real edits to a record: each leaves it valid, and other than it has ever been."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path


@dataclass(slots=True)
class Edit:
    """An edit that can be made again and again; `change` is given the file as it was at first, and a number."""

    path: Path
    change: Callable[[str, int], str]
    original: str = ""
    numbers: count[int] = field(default_factory=lambda: count(1))

    def make(self) -> None:
        self.original = self.original or self.path.read_text(encoding="utf-8")
        self.path.write_text(self.change(self.original, next(self.numbers)), encoding="utf-8")


def with_note(entry: str, number: int) -> str:
    return f"{entry.rstrip()}\nnote: 第 {number} 次覆核，內容無誤\n"


def renumbered(engagement: str, number: int) -> str:
    """The contract has another number: nothing that the whole register counts."""
    return re.sub(r"(?<=\n  number: )\S+", f"PB-{number:06}", engagement, count=1)


def raised_cost(engagement: str, number: int) -> str:
    """The contract costs a little more: what the engagement adds to the whole register has changed."""
    return re.sub(r"(?<=amount: )\d+", lambda amount: str(int(amount[0]) + number), engagement, count=1)


def retitled(engagement: str, number: int) -> str:
    """The engagement goes by another name."""
    return re.sub(r"(?<=\ntitle: \{zh-TW: )[^,}]+", f"第 {number} 案", engagement, count=1)
