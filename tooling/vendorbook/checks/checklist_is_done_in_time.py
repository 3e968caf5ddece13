"""The checklist is done before the contract is signed, and afresh for every later assessment."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vendorbook.checks.lib.assessments import assessments, initial_assessments
from vendorbook.model import Node, Violation, as_date
from vendorbook.register import Context, Engagement


def checklist_is_done_in_time(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    completed = [node for entry in assessments(record) for node in entry.root.find("checklist.completed_on")]
    yield from _after_signing(record)
    yield from _not_afresh(completed)
    for node in completed:
        if (on := as_date(node.value)) and on > context.as_of:
            yield Violation(node, {"on": on}, case="still-ahead")


def _after_signing(record: Engagement) -> Iterator[Violation]:
    signed = record.root.at("contract.signed_on")
    for entry in initial_assessments(record):
        for node in entry.root.find("checklist.completed_on"):
            if signed is not None and str(node.value) > str(signed.value):
                values = {"on": node.value, "signed_on": signed.value}
                yield Violation(node, values, related=((signed, "signed"),))


def _not_afresh(completed: list[Node]) -> Iterator[Violation]:
    for earlier, later in pairwise(completed):
        if str(later.value) <= str(earlier.value):
            values = {"on": later.value, "before": earlier.value}
            yield Violation(later, values, case="not-repeated", related=((earlier, "earlier"),))
