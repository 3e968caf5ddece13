"""The newest recovery plan promises what the systems in scope need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.recovery_targets import systems_in_scope, too_long
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """The targets of a plan to compare with the inventory's of the same name."""

    targets: tuple[str, ...]


def recovery_plan_meets_the_inventory(record: Engagement, params: Params, context: Context) -> Iterator[Violation]:
    """Earlier plans met, or did not meet, the inventory of their time.

    Where the inventory is silent `continuity-targets-meet-the-inventory` says so.
    """
    systems = systems_in_scope(record, context)
    for entry in record.entries("recovery-plan")[-1:]:
        for name in params.targets:
            target = entry.root.get(name)
            if target is not None:
                yield from too_long(target, name, systems)
