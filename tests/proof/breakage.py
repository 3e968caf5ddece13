"""One way to break an obligation: a small edit of a file of the register, and what must be found of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tests.conftest import AS_OF


class Kind(StrEnum):
    """In what way a record is broken; an obligation's breakages are of at least two kinds."""

    MISSING = "a fact is missing"
    REMOVED = "an entry, a document or a whole block is gone"
    ADDED = "something new happened, and what it asks for did not"
    LATE = "a day is too late, or too early"
    OVERDUE = "a deadline has passed"
    PERSON = "a wrong person"
    WRONG = "what it says is not enough, or contradicts"
    REASONED = "a reason stands where none may"


class Edit(NamedTuple):
    """`old`, which stands once in the file (below `vendors/`), becomes `new`.

    Without `old` the file is new; with `new` None it is gone.
    """

    file: str
    old: str
    new: str | None


class Found(NamedTuple):
    """A finding that must be made: on the line in which `at` stands once the file is broken, else on the line edited.

    It names the obligation that is broken, unless it has `obligations` of its own.
    """

    policy: str
    file: str
    at: str = ""
    obligations: tuple[str, ...] = ()


class Breakage(NamedTuple):
    """`also` are findings that no such breakage can do without, each with the obligation that it is about."""

    obligation: str
    kind: Kind
    edits: tuple[Edit, ...]
    found: tuple[Found, ...]
    also: tuple[Found, ...] = ()
    on: date = AS_OF

    @property
    def name(self) -> str:
        return f"{self.obligation} {self.kind.name.lower()} {', '.join(found.policy for found in self.found)}"


def broken(
    obligation: str,
    kind: Kind,
    file: str,
    old: str,
    new: str | None,
    policy: str,
    at: str = "",
    *,
    found_in: str = "",
    more: tuple[Edit, ...] = (),
    also: tuple[Found, ...] = (),
    on: date = AS_OF,
    times: int = 1,
    named: tuple[str, ...] = (),
) -> Breakage:
    """The usual breakage: one edit, and one finding (or several `times` the same) in that file or in `found_in`.

    `named` are the obligations of the finding, where it is about more than the one.
    """
    found = Found(policy, found_in or file, at, named)
    return Breakage(obligation, kind, (Edit(file, old, new), *more), (found,) * times, also, on)
