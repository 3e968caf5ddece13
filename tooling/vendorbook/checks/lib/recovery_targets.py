"""Recovery targets (RTO, RPO) beside what the systems in scope can bear."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.durations import length
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def systems_in_scope(record: Engagement, context: Context) -> list[Node]:
    """The inventory's entries of the systems that the scope names."""
    named = list(map(str, record.root.values("scope.systems[]")))
    return [context.systems[name] for name in named if name in context.systems]


def too_long(target: Node, name: str, systems: list[Node]) -> Iterator[Violation]:
    """A target that is looser than the strictest of the systems allows; related: `limit`."""
    limits = [(system.text("id"), limit) for system in systems if (limit := system.get(name)) is not None]
    for system, limit in sorted(limits, key=lambda each: length(str(each[1].value)))[:1]:
        if length(str(target.value)) > length(str(limit.value)):
            values = {"target": name.upper(), "stated": target.value, "limit": limit.value, "system": system}
            yield Violation(target, values, related=((limit, "limit"),))
