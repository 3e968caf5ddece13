"""What a file said before a day, where that cannot be told from the dates in it: passages put back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Passage(NamedTuple):
    """Before a day, `then` stood in a file where it now says `now`."""

    file: str
    before: date
    now: str
    then: str


def with_passages(text: str, passages: Iterable[Passage], day: date) -> str:
    """The text with every passage that had not come yet put back, the latest first."""
    waiting = [each for each in passages if day < each.before]
    for each in sorted(waiting, key=lambda passage: passage.before, reverse=True):
        text = replaced(text, each.now, each.then, each.file)
    return text


def replaced(text: str, old: str, new: str, file: str) -> str:
    """The text with the one place where `old` stands changed. Raises ValueError where there are more, or none."""
    if text.count(old) != 1:
        raise ValueError(f"{file}: stands {text.count(old)} times: {old[:80]!r}")
    return text.replace(old, new)
