"""An engagement begins with a risk assessment."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import assessments, initial_assessments
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def initial_assessment_exists(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    if initial_assessments(record):
        return
    others = assessments(record)
    if others and _is_older_than_the_rules(record, context):
        return  # it could not begin with one: its first under the rules is a re-assessment
    if others:
        related = tuple((entry.root.nearest("trigger"), "other-trigger") for entry in others)
        yield Violation(at=record.root, case="none-is-initial", related=related)
    else:
        yield Violation(at=record.root)


def _is_older_than_the_rules(record: Engagement, context: Context) -> bool:
    signed, bound_from = record.root.date("contract.signed_on"), context.firm.date("bound_from")
    return signed is not None and bound_from is not None and signed < bound_from
