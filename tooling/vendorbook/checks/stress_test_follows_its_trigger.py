"""A significant change is followed by a stress test, and no stress test comes before what set it off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.periods import period, plus
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Due, Item, Text, Violation
from vendorbook.register import Context, Engagement

_CHANGES = {
    "market-volume": Text("市場交易量", "market volume"),
    "business-change": Text("業務變化", "business change"),
    "customer-profile": Text("客戶屬性", "customer profile"),
}


class Params(NamedTuple):
    """`within` is the period after the change by which the test is made."""

    within: str


def stress_test_follows_its_trigger(record: Engagement, params: Params, _context: Context) -> Iterator[Item]:
    """Any later test answers a change, whatever it names: a system is tested for its load, not for its reasons."""
    tests = record.entries("stress-test")
    last = max((test.date for test in tests if is_stated(test.root.get("result"))), default=None)
    for change in record.entries("significant-change"):
        if last is None or last < change.date:
            values = {"on": change.date.isoformat(), "what": _CHANGES[change.root.text("what")]}
            yield Due(change.root, plus(change.date, period(params.within)), values)
    for test in tests:
        occurred = test.root.date("trigger.occurred_on")
        if occurred is not None and test.date < occurred:
            values = {"tested": test.date.isoformat(), "on": occurred.isoformat()}
            yield Violation(test.root.nearest("trigger.occurred_on"), values, "came-first")
