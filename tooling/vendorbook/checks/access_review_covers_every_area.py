"""A review of access looks at every area that the rules name, and says what it found there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.stated import says_something
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement

_SAYS = ("result", "finding")


class Params(NamedTuple):
    areas: tuple[str, ...]


def access_review_covers_every_area(record: Engagement, params: Params, _context: Context) -> Iterator[Violation]:
    for entry in record.entries("access-review"):
        for area in params.areas:
            yield from _of(entry.root, f"covers.{area}")


def _of(review: Node, path: str) -> Iterator[Violation]:
    if not says_something(review.plain(path)):
        yield Violation(review.nearest(path), {"field": path}, "not-covered")
        return
    for field in _SAYS:
        if not says_something(review.plain(f"{path}.{field}")):
            yield Violation(review.nearest(path), {"field": f"{path}.{field}"})
