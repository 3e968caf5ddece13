"""An assessment of another scope than the one before it says that the service has changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from vendorbook.checks.lib.assessments import approved
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """The triggers that say so. Before the contract a scope may still move: then it is assessed as at first."""

    triggers: tuple[str, ...]


def changed_scope_is_assessed_as_one(record: Engagement, params: Params, context: Context) -> Iterator[Violation]:
    """Which scope an assessment is of is for `assessment-names-its-scope` to ask."""
    named = [entry for entry in approved(record, context.as_of) if entry.root.text("scope_digest")]
    for earlier, later in pairwise(named):
        before, after = (entry.root.nearest("scope_digest") for entry in (earlier, later))
        trigger = later.root.nearest("trigger")
        if before.value != after.value and trigger.value not in params.triggers:
            yield Violation(trigger, {"earlier": earlier.id}, related=((before, "before"), (after, "after")))
