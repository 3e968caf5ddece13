"""What is exposed to the internet has passed a code scan or a black-box test by the day it goes live."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vendorbook.checks.lib.follow_ups import reports_on
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Engagement, Entry

_KINDS = ("source-code-scan", "black-box")


def exposed_delivery_passed_before_go_live(record: Engagement, _params: None, context: Context) -> Iterator[Item]:
    """Exposed is what the scope or the delivery itself calls so. What came late stays until a follow-up answers."""
    exposes = record.root.plain("scope.internet_exposed") is True
    for entry in record.entries("delivery"):
        if exposes or entry.root.plain("internet_exposed") is True:
            is_answered = bool(reports_on(record, entry.id, context.as_of))
            yield from _of(entry, context.as_of, is_answered)


def _of(entry: Entry, as_of: date, is_answered: bool) -> Iterator[Item]:
    go_live = entry.root.date("go_live_on")
    if go_live is None:
        yield Violation(entry.root, case="undated")
        return
    passed = [test for test in entry.root.find("tests[]") if _has_passed(test, as_of)]
    if any(test.text("tested_on") <= go_live.isoformat() for test in passed):
        return
    if not passed:
        yield Due(entry.root.nearest("tests"), go_live)
    elif not is_answered:
        yield _late(min(passed, key=lambda test: test.text("tested_on")), entry)


def _late(first: Node, entry: Entry) -> Violation:
    go_live = entry.root.nearest("go_live_on")
    values = {"passed": first.text("tested_on"), "live": go_live.value}
    return Violation(first.nearest("tested_on"), values, "late", ((go_live, "live"),))


def _has_passed(test: Node, as_of: date) -> bool:
    tested = test.date("tested_on")
    right = test.text("kind") in _KINDS and test.text("result") == "passed"
    return right and tested is not None and tested <= as_of
