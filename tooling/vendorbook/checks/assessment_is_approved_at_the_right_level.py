"""Whoever approved an assessment stands on a level that the firm's profile names for its residual risk."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import LEVELS, assessments
from vendorbook.checks.lib.people import in_service
from vendorbook.checks.lib.wording import listed
from vendorbook.model import Node, Text, Violation
from vendorbook.register import Context, Engagement, Entry

MANAGEMENT = {
    "unit-head": Text("單位主管", "head of unit"),
    "general-manager": Text("總經理", "general manager"),
    "board": Text("董事會", "board"),
}


def assessment_is_approved_at_the_right_level(
    record: Engagement, _params: None, context: Context
) -> Iterator[Violation]:
    for entry in assessments(record):
        risk, approver = entry.root.get("residual_risk"), entry.root.at("approval.approved_by")
        # Either one missing is for `assessment-approval-is-stated` to say.
        if risk is not None and approver is not None:
            yield from _judge(entry, risk, approver, context)


def _judge(entry: Entry, risk: Node, approver: Node, context: Context) -> Iterator[Violation]:
    row = _matrix_row(str(risk.value), context.firm)
    person = context.people.get(str(approver.value))
    on = entry.root.date("approval.approved_on") or entry.date
    values = {"person": approver.value, "risk": LEVELS[str(risk.value)], "on": on}
    if row is None:
        matrix = context.firm.nearest("risk.approval")
        yield Violation(risk, values, case="no-level-named", related=((matrix, "matrix"),))
    elif person is None:
        yield Violation(approver, values, case="unknown")
    elif not in_service(person, on):
        yield Violation(approver, values, case="not-in-service", related=((person, "person"),))
    elif not _holds_any(person, row):
        names = [MANAGEMENT[str(level.value)] for level in row.find("levels[]")]
        related = ((row, "matrix"), (person.nearest("roles"), "roles"))
        yield Violation(approver, {**values, "levels": listed(names)}, related=related)


def _matrix_row(risk: str, firm: Node) -> Node | None:
    return next((row for row in firm.find("risk.approval[]") if row.text("residual_risk") == risk), None)


def _holds_any(person: Node, row: Node) -> bool:
    levels = {level.value for level in row.find("levels[]")}
    return any(role.value in levels for role in person.find("roles[]"))
