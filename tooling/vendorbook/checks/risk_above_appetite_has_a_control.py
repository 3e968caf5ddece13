"""Every risk that the firm does not simply bear has a control."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import LEVELS, assessments, risks_above_appetite
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def risk_above_appetite_has_a_control(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    appetite = context.firm.nearest("risk.appetite")
    for entry in assessments(record):
        for risk in risks_above_appetite(entry.root, context):
            if not is_stated(risk.get("controls")):
                values = {"risk": risk.text("id"), "level": LEVELS[risk.text("level")]}
                yield Violation(risk.nearest("controls"), values, related=((appetite, "appetite"),))
