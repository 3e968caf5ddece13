"""The feed that is named as standing in for these quotes is another supplier's, and is in force."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.suggest import did_you_mean
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement, Row


def mutual_quote_backup_is_in_force(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    named = record.root.at("scope.quotes_backed_up_by")
    if named is None:
        return
    feeds = {row.id: row for row in context.register.rows}
    other = feeds.get(str(named.value))
    values = {"other": named.value, "suggestion": did_you_mean(str(named.value), feeds)}
    case = "unknown" if other is None else _fault(other, record, context)
    if case:
        yield Violation(named, values, case)


def _fault(other: Row, record: Engagement, context: Context) -> str:
    if other.group == record.supplier.group:
        return "same-supplier"
    if not other.real_time_quotes:
        return "no-quotes"
    return "" if other.in_force(context.as_of) else "not-in-force"
