"""An assessment names the one that it takes the place of: the newest that had been approved before it."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import approved, approved_on, assessments
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement, Entry


def assessment_supersedes_the_previous_one(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    """A name that leads nowhere is for `references-resolve` to find."""
    entries = {entry.id for entry in record.journal}
    for entry in assessments(record):
        named = entry.root.get("supersedes")
        if named is None or named.value in entries:
            yield from _of(entry, _previous(entry, record, context))


def _of(entry: Entry, previous: Entry | None) -> Iterator[Violation]:
    named = entry.root.get("supersedes")
    if previous is None:
        if named is not None:
            yield Violation(named, {"named": named.value}, "first")
        return
    related = ((previous.root, "previous"),)
    if named is None:
        yield Violation(entry.root, {"previous": previous.id}, "nothing", related)
    elif named.value != previous.id:
        yield Violation(named, {"named": named.value, "previous": previous.id}, related=related)


def _previous(entry: Entry, record: Engagement, context: Context) -> Entry | None:
    """Not one that was approved later than the entry itself: nobody could have named it."""
    by = min(approved_on(entry) or context.as_of, context.as_of)
    earlier = [each for each in approved(record, by) if (each.date, each.id) < (entry.date, entry.id)]
    return earlier[-1] if earlier else None
