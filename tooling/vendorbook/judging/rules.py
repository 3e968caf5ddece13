"""The rules that judge a register, known by their digest at once and read only when something must be judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from vendorbook.judging.kept import Kept
from vendorbook.model import CannotJudge, Place, Text, Unreadable
from vendorbook.policies import rule_files
from vendorbook.schema_check import kind_of

if TYPE_CHECKING:
    from vendorbook.model import Source
    from vendorbook.policies.rulebook import Rulebook


class Rules:
    """A rule set as files; `digest` costs a hash of them, `book` their reading unless `kept` has it.

    `refused` are the entries of the register that could not be read as files.
    """

    def __init__(
        self, files: Mapping[str, Callable[[], bytes]], kept: Kept | None = None, refused: Sequence[Place] = ()
    ) -> None:
        self._files = files
        self._kept = kept
        self._refused = [place for place in refused if not place.location.path.startswith("vendors")]

    @cached_property
    def digest(self) -> str:
        return rule_files.digest(self._raw)

    @cached_property
    def book(self) -> Rulebook:
        """The rules as values. Raises CannotJudge, with the places, where they are at fault."""
        from vendorbook.judging.kept_sources import kept_schemas
        from vendorbook.policies.rulebook import assemble

        try:
            return assemble(self._sources, kept_schemas(self._raw, self.digest, self._kept), self.digest)
        except CannotJudge as trouble:
            if trouble.location or trouble.places:
                raise
            raise CannotJudge(trouble.message, places=self._refused) from None  # it may be why something is missing

    @property
    def count(self) -> int:
        """How many policies there are, those that only explain included."""
        return sum(kind_of(path) == "policy" for path in self._files)

    @cached_property
    def _raw(self) -> dict[str, bytes]:
        try:
            return rule_files.raw_rules(self._files)
        except Unreadable as unreadable:
            raise CannotJudge(_UNREADABLE, places=unreadable.refusals) from None

    @cached_property
    def _sources(self) -> dict[str, Source]:
        """Read and valid; what was read and valid once is so again, by content."""
        from vendorbook.judging.kept_sources import kept_sources

        return kept_sources(self._raw, self.digest, self._kept)


_UNREADABLE = Text("規則檔無法讀取，無法據以檢查", "the rules cannot be read, and so cannot judge")
