"""The scope and every assessment name where the supplier, the service and, where it matters, the data are."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import assessments, of_the_present_scope
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def locations_are_named(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    present = [entry.id for entry in of_the_present_scope(record)]
    yield from _missing(record.root, "scope.locations", _wanted(record))
    for entry in assessments(record):
        # An older assessment, of a scope in which the firm's data may not have been, is not asked about data.
        wanted = _wanted(record) if entry.id in present else ["supplier", "service"]
        yield from _missing(entry.root, "locations", wanted)


def _wanted(record: Engagement) -> list[str]:
    return ["supplier", "service", "data"] if record.facts.handles_firm_data else ["supplier", "service"]


def _missing(root: Node, path: str, wanted: list[str]) -> Iterator[Violation]:
    named = {place.text("of") for place in root.find(f"{path}[]")}
    for of in wanted:
        if of not in named:
            yield Violation(root.nearest(path), case=of)
