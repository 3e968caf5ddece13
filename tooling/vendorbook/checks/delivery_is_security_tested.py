"""Each delivery comes with proof of security testing: the kind of each test, its day, its result and its report."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement

_FIELDS = ("kind", "tested_on", "result")


def delivery_is_security_tested(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    for entry in record.entries("delivery"):
        tests = list(entry.root.find("tests[]"))
        if not tests:
            yield Violation(entry.root.nearest("tests"), case="untested")
        for test in tests:
            yield from _missing(test, is_stated(entry.root.get("evidence")))


def _missing(test: Node, is_shown_by_entry: bool) -> Iterator[Violation]:
    """One report may be on several tests, and then is the entry's own evidence."""
    fields = _FIELDS if is_shown_by_entry else (*_FIELDS, "evidence")
    for field in fields:
        if not is_stated(test.get(field)):
            yield Violation(test.nearest(field), {"field": field})
