"""The assessment of a changed scope is made when the change is: neither long ago, nor before the last one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.periods import period, plus
from vendorbook.checks.lib.scope_changes import new_assessment, newest_before
from vendorbook.history import ChangedEngagement
from vendorbook.model import Violation
from vendorbook.register import Context


class Params(NamedTuple):
    """How old an assessment may be when the change that it is about is merged."""

    within: str


def new_assessment_is_of_these_days(record: ChangedEngagement, params: Params, context: Context) -> Iterator[Violation]:
    """An entry of a later day does not exist yet, so that one dated ahead is found as missing."""
    found, last = new_assessment(record), newest_before(record, context.as_of)
    if found is None:
        return
    at = found.root.nearest("date")
    if last is not None and found.date < last.date:
        yield Violation(at, {"date": found.date, "last": last.date}, "before-the-last", ((last.root, "last"),))
    elif plus(found.date, period(params.within)) < context.as_of:
        yield Violation(at, {"date": found.date, "within": params.within})
