"""The concentration that an assessment states is the one that the register shows for that day."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import assessments
from vendorbook.checks.lib.concentration import BASES, shown
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, whole_since


def concentration_agrees_with_the_register(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    for entry in assessments(record):
        for figure in entry.root.find("concentration.firm"):
            yield from _judge(record, figure, context)


def _judge(record: Engagement, figure: Node, context: Context) -> Iterator[Violation]:
    percent, basis, on = figure.plain("percent"), figure.text("basis"), figure.date("as_of")
    # A figure without its basis or date is for `assessment-states-concentration` to find.
    if not isinstance(percent, int | float) or basis not in BASES or on is None:
        return
    if on < whole_since(context.as_of, context.firm):  # what was in force then may have been put away
        return
    computed = context.register.share(record.supplier.group, basis, on, including=record.id)
    if computed is None:  # a cost in force on that day cannot be counted, which `annual-cost-can-be-counted` finds
        return
    tolerance = context.firm.plain("concentration.tolerance_percent")
    allowed = tolerance if isinstance(tolerance, int | float) else 0
    if round(abs(percent - computed), 1) > allowed:
        values = {"stated": shown(percent), "computed": shown(computed), "tolerance": shown(allowed)}
        limit = context.firm.nearest("concentration.tolerance_percent")
        said = {**values, "basis": BASES[basis], "on": on, "group": record.supplier.group}
        yield Violation(figure.nearest("percent"), said, related=((limit, "tolerance"),))
