"""The scope on record is the scope that the newest approved assessment was made for."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import approved, assessments
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Entry, scope_digest


def scope_is_the_one_assessed(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    """Before the first approval nothing has been settled; that there is one, and in time, is for Article 3 to say."""
    scope = record.root.get("scope")
    newest = next(reversed(approved(record, context.as_of)), None)
    named = newest.root.get("scope_digest") if newest else None
    if scope is None or newest is None or named is None:
        return
    digest = scope_digest(scope)
    if named.value != digest:
        values = {"assessment": newest.id, "named": named.value, "digest": digest}
        yield Violation(scope, values, related=((named, "named"), *_waiting(newest, record)))


def _waiting(newest: Entry, record: Engagement) -> list[tuple[Node, str]]:
    """Later assessments that nobody has approved yet: one of them may be of this scope."""
    every = assessments(record)
    return [(entry.root.nearest("approval"), "waiting") for entry in every[every.index(newest) + 1 :]]
