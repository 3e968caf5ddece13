"""For each class of the firm's data in scope it is said how it is kept apart and how it is encrypted."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement

_BLOCK = "contract.clauses.data_segregation"
_FIELDS = ("segregation", "at_rest", "in_transit")


def every_data_class_is_protected(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    block = record.root.at(_BLOCK)
    if block is None or block.get("not_applicable") is not None:
        return  # that there is no such clause is for `clause_is_stated` to say
    protections = list(block.find("protections[]"))
    described = {protection.text("data_class") for protection in protections}
    for data_class in record.root.find("scope.data_classes[]"):
        if data_class.value not in described:
            related = ((data_class, "scope"),)
            yield Violation(block.nearest("protections"), {"data_class": data_class.value}, "missing", related)
    for protection in protections:
        for field in _FIELDS:
            if not is_stated(protection.get(field)):
                values = {"data_class": protection.text("data_class") or "?", "field": field}
                yield Violation(protection.nearest(field), values)
