"""Everything besides the record that a check may look at. There is no clock, file, network or environment in it."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from vendorbook.model import Node, Plain
from vendorbook.register.concentration import Register


class Context(NamedTuple):
    """The day of judgement, the firm's own statements, and the whole register.

    `home_standards` are, by obligation, the better home standards of a foreign firm that stand in for it on that day
    (Article 2 item 17).
    """

    as_of: date
    firm: Node
    systems: Mapping[str, Node]
    people: Mapping[str, Node]
    checklist: Node
    register: Register
    home_standards: Mapping[str, str] = MappingProxyType({})

    @property
    def firm_class(self) -> int:
        """1 or 2 (Article 2 items 15 and 16), as of the day; 2 where the profile says nothing."""
        value = self.profile("class")
        return value if isinstance(value, int) else 2

    @property
    def is_foreign(self) -> bool:
        return self.profile("foreign") is True

    def with_home_standards(self) -> "Context":
        """The same, with those that the profile states: they are asked for at every policy of every record."""
        stated = self._stated("foreign")
        if stated is None or stated.plain("value") is not True:
            return self
        named = {each.text("obligation"): each.text("standard") for each in stated.find("home_standards[]")}
        return self._replace(home_standards=named)

    def profile(self, name: str) -> Plain | None:
        """The value of a dated statement of the firm's profile that is in effect on the day, or None."""
        stated = self._stated(name)
        return None if stated is None else stated.plain("value")

    def effective_on(self, name: str) -> date | None:
        """Since when that statement has been in effect."""
        stated = self._stated(name)
        return None if stated is None else stated.date("effective_on")

    def _stated(self, name: str) -> Node | None:
        stated = [
            node for node in self.firm.find(f"{name}[]") if (node.date("effective_on") or self.as_of) <= self.as_of
        ]
        return max(stated, key=lambda node: node.text("effective_on"), default=None)
