"""No commit claims in its message what only a forge or vendorbook can tell: who has reviewed or approved it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from vendorbook.history import Change, WrittenBy
from vendorbook.model import Violation
from vendorbook.register import Context

_TRAILER = re.compile(r"^[ \t]*([A-Za-z][A-Za-z-]*)[ \t]*:", re.MULTILINE)


class Params(NamedTuple):
    """Names of trailers in lower case; one that ends in `*` stands for all that begin so."""

    names: tuple[str, ...]


def reserved_trailers_are_left_alone(change: Change, params: Params, _context: Context) -> Iterator[Violation]:
    """Wherever in the message the line stands, in whatever width: people read it all."""
    for commit in change.commits:
        for name in sorted(set(_reserved(commit, params.names))):
            yield Violation(change.files[0].node, {"trailer": name, "commit": commit.commit[:12]})


def _reserved(commit: WrittenBy, names: tuple[str, ...]) -> Iterator[str]:
    for found in _TRAILER.findall(normalize("NFKC", commit.message)):
        if any(_is(found.lower(), name) for name in names):
            yield found


def _is(found: str, name: str) -> bool:
    return found.startswith(name[:-1]) if name.endswith("*") else found == name
