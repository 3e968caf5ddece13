"""The rules that judge a register, known by their digest at once and read only when something must be judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from vendorbook.judging.kept import Kept
from vendorbook.model import CannotJudge, Place, Text, Unreadable
from vendorbook.policies.rule_files import RuleFiles, digest_of
from vendorbook.repository import RuleFile, Snapshot
from vendorbook.schema_check import kind_of

if TYPE_CHECKING:
    from vendorbook.policies.rulebook import Rulebook


class Rules:
    """A rule set as files; `digest` costs a hash of them, `book` their reading, unless `kept` knows the files.

    What was kept has no examples: whoever shows or tries those does without it. `refused` are the entries of the
    register that could not be read as files.
    """

    def __init__(self, files: Mapping[str, RuleFile], kept: Kept | None = None, refused: Sequence[Place] = ()) -> None:
        self._files = RuleFiles(files)
        self._kept = kept
        self._refused = [place for place in refused if not place.location.path.startswith("vendors")]

    @cached_property
    def digest(self) -> str:
        name = f"digest of rules\n{self._files.listing}"
        known = self._kept.load(name) if self._kept else None
        if isinstance(known, str):
            return known
        digest = self._computed()
        if self._kept:
            self._kept.save(name, digest)
        return digest

    @cached_property
    def book(self) -> Rulebook:
        """The rules as values. Raises CannotJudge, with the places, where they are at fault."""
        try:
            return self._read()
        except CannotJudge as trouble:
            if trouble.location or trouble.places:
                raise
            raise CannotJudge(trouble.message, places=self._refused) from None  # it may be why something is missing

    def _read(self) -> Rulebook:
        from vendorbook.judging.kept_rules import kept_book

        return kept_book(self._files, self.digest, self._kept)

    def _computed(self) -> str:
        try:
            return self._digest()
        except Unreadable as unreadable:
            raise CannotJudge(_UNREADABLE, places=unreadable.refusals) from None

    def _digest(self) -> str:
        return digest_of(self._files)

    def name_of(self, snapshot: Snapshot, as_of: date) -> str:
        """What results are kept under: all that they depend on besides the files of the units."""
        return f"units {type(snapshot).__name__} {self.digest} {as_of}"

    @property
    def count(self) -> int:
        """How many policies there are, those that only explain included."""
        return sum(kind_of(path) == "policy" for path in self._files)


_UNREADABLE = Text("規則檔無法讀取，無法據以檢查", "the rules cannot be read, and so cannot judge")
