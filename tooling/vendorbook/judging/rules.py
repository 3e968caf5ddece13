"""The rules that judge a register, known by their digest at once and read only when something must be judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from vendorbook import policies
from vendorbook.policies import Rulebook
from vendorbook.schema_check import kind_of


class Rules:
    """A rule set as files; `digest` costs a hash of them, `book` their reading (see `policies.load`)."""

    def __init__(self, files: Mapping[str, Callable[[], bytes]]) -> None:
        self._files = files

    @cached_property
    def digest(self) -> str:
        return policies.digest(self._raw)

    @cached_property
    def book(self) -> Rulebook:
        return policies.load(self._raw)

    @property
    def count(self) -> int:
        """How many policies there are, those that only explain included."""
        return sum(kind_of(path) == "policy" for path in self._files)

    @cached_property
    def _raw(self) -> dict[str, bytes]:
        return policies.raw_rules(self._files)
