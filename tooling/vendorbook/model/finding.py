"""What a check yields, and what a reader is shown."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from vendorbook.model.node import Location, Node
from vendorbook.model.text import Text

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Severity(StrEnum):
    """How much a finding weighs: an error blocks, a warning and a note are shown."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Violation(NamedTuple):
    """A place in a record that a policy is not satisfied with.

    `values` fill the `{names}` of the policy's message; `case` picks one of its `cases` instead of `message`;
    `related` are other places worth a look, each with the name of one of the policy's `related` texts;
    `obligation` narrows a policy of several obligations to the one this is about.
    """

    at: Node
    values: Mapping[str, object] = _NOTHING
    case: str = ""
    related: tuple[tuple[Node, str], ...] = ()
    obligation: str = ""


class Due(NamedTuple):
    """Something that falls due on a day. The engine makes a finding of it once that day has passed.

    So the list of what is due, the calendar and the finding come from one place. Fields as in `Violation`.
    """

    at: Node
    on: date
    values: Mapping[str, object] = _NOTHING
    case: str = ""
    related: tuple[tuple[Node, str], ...] = ()
    obligation: str = ""


Item: TypeAlias = Violation | Due
"""What a check yields."""


class Place(NamedTuple):
    """A place with a word on why it is shown."""

    location: Location
    message: Text


class Finding(NamedTuple):
    """One thing to mend, or to do by a day that has not passed; complete enough to be shown anywhere.

    `legacy` is None or the day from which the rules bind the firm in this, where the contract is older than that.
    """

    policy: str
    obligations: tuple[str, ...]
    severity: Severity
    record: str
    location: Location
    pointer: str
    message: Text
    fix: Text
    fingerprint: str
    related: tuple[Place, ...] = ()
    due: date | None = None
    waiver: str | None = None
    legacy: date | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """Findings are shown by file, then by place, then by policy."""
        return (self.location, self.policy, self.pointer, self.message.en)


def fingerprint(policy: str, record: str, at: Node | None, detail: str = "") -> str:
    """An identity that outlives edits elsewhere: lines do not count, and list items go by their `id`."""
    steps = [] if at is None else [at.source.path, *_stable_steps(at)]
    return sha256("\0".join([policy, record, *steps, detail]).encode()).hexdigest()[:32]


def _stable_steps(node: Node) -> list[str]:
    steps: list[str] = []
    step: Node | None = node
    while step is not None and step.parent is not None:
        own_id = step.value.get("id") if isinstance(step.value, dict) else None
        steps.append(f"#{own_id}" if isinstance(step.key, int) and own_id else str(step.key))
        step = step.parent
    return steps[::-1]
