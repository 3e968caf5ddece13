"""A location in another country comes with an assessment of it, in the scope as in every assessment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.assessments import assessments
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`home` is the country that needs no such assessment (ISO 3166 alpha-2)."""

    home: str


def location_abroad_is_assessed(record: Engagement, params: Params, _context: Context) -> Iterator[Violation]:
    for place in _places(record):
        country = place.text("country")
        if country not in ("", params.home) and not is_stated(place.get("assessment")):
            yield Violation(place.nearest("country"), {"country": country})


def _places(record: Engagement) -> Iterator[Node]:
    yield from record.root.find("scope.locations[]")
    for entry in assessments(record):
        yield from entry.root.find("locations[]")
