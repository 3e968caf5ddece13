"""A period that the record states for something that recurs is no longer than the one of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.durations import length
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`fields` state the periods, `at_most` is the one of the rules.

    `setting` is the block of the firm's profile whose own `every` can be shorter.
    """

    fields: tuple[str, ...]
    at_most: str
    setting: str


def interval_is_within_the_rules(record: Engagement, params: Params, context: Context) -> Iterator[Violation]:
    """What is done again and again falls due by the shorter period whatever stands here; this is about what is said."""
    own = context.firm.text(f"{params.setting}.every")
    longest = min((text for text in (params.at_most, own) if text), key=length)
    for field in params.fields:
        stated = record.root.at(field)
        if stated is not None and length(str(stated.value)) > length(longest):
            yield Violation(stated, {"field": field, "stated": stated.value, "longest": longest})
