"""Everything besides the record that a check may look at. There is no clock, file, network or environment in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vendorbook.model import Node, Plain
from vendorbook.register.concentration import Register


class Context(NamedTuple):
    """The day of judgement, the firm's own statements, and the whole register."""

    as_of: date
    firm: Node
    systems: Mapping[str, Node]
    people: Mapping[str, Node]
    checklist: Node
    register: Register

    @property
    def firm_class(self) -> int:
        """1 or 2 (Article 2 items 15 and 16), as of the day; 2 where the profile says nothing."""
        value = self.profile("class")
        return value if isinstance(value, int) else 2

    @property
    def is_foreign(self) -> bool:
        return self.profile("foreign") is True

    def profile(self, name: str) -> Plain | None:
        """The value of a dated statement of the firm's profile that is in effect on the day, or None."""
        stated = [
            node for node in self.firm.find(f"{name}[]") if (node.date("effective_on") or self.as_of) <= self.as_of
        ]
        newest = max(stated, key=lambda node: node.text("effective_on"), default=None)
        return None if newest is None else newest.plain("value")
