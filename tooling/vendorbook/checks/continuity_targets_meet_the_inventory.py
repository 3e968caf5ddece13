"""The recovery targets set for the supplier are no looser than what the systems in scope can bear."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.assessments import assessments
from vendorbook.checks.lib.recovery_targets import systems_in_scope, too_long
from vendorbook.checks.lib.wording import listed
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """The targets of the assessment's `continuity` block to compare with the inventory's of the same name."""

    targets: tuple[str, ...]


def continuity_targets_meet_the_inventory(record: Engagement, params: Params, context: Context) -> Iterator[Violation]:
    """Only the newest assessment is compared: when the inventory is tightened, a new one answers it."""
    systems = systems_in_scope(record, context)
    for entry in assessments(record)[-1:]:
        for name in params.targets:
            target = entry.root.at(f"continuity.{name}")
            if target is not None:
                yield from _silent(target, name, systems)
                yield from too_long(target, name, systems)


def _silent(target: Node, name: str, systems: list[Node]) -> Iterator[Violation]:
    silent = [system for system in systems if system.text("tier") == "core" and not system.text(name)]
    if silent:
        values = {"target": name.upper(), "systems": listed(system.text("id") for system in silent)}
        related = tuple((system, "system") for system in silent)
        yield Violation(target, values, case="inventory-silent", related=related)
