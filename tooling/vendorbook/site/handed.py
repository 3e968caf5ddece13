"""Files that come with the pages and are made by others, of the same register: handed down by whoever builds a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vendorbook.model import Text

if TYPE_CHECKING:
    from vendorbook.site.gathering import Site


class File(NamedTuple):
    """`key` is what the strings say that it holds; `lang` whose it is, None where it stands once, at the site's top.

    `content` is asked for when the file is written.
    """

    path: str
    key: str
    lang: str | None
    content: Callable[[], bytes]


class Handed(NamedTuple):
    """All of them, and why some are missing, where they are."""

    files: Sequence[File] = ()
    missing: Text | None = None

    def of(self, lang: str) -> Iterator[File]:
        return (each for each in self.files if each.lang == lang)

    @property
    def shared(self) -> Iterator[File]:
        return (each for each in self.files if each.lang is None)


Hand = Callable[["Site"], Handed]
"""Makes them of what was gathered for the pages; of the records only what `redacting` leaves of them."""
