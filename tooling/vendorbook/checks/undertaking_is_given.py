"""An undertaking of the supplier states what it must, and has been given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`undertaking` is the place of the block about it in the record, `fields` what it must state."""

    undertaking: str
    fields: tuple[str, ...]


def undertaking_is_given(record: Engagement, params: Params, context: Context) -> Iterator[Violation]:
    given = record.root.at(params.undertaking)
    if given is None or not is_stated(given):
        yield Violation(record.root.nearest(params.undertaking), case="nothing")
        return
    for field in params.fields:
        if not is_stated(given.get(field)):
            yield Violation(given.nearest(field), {"field": field})
    on = given.date("given_on")
    if on is not None and on > context.as_of:
        yield Violation(given.nearest("given_on"), {"on": on.isoformat()}, "still-ahead")
