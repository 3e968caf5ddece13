"""The rules of each base, read once for as long as they stay what they are."""

from __future__ import annotations

from vendorbook import repository
from vendorbook.judging import Rules
from vendorbook.model import CannotJudge
from vendorbook.repository import Snapshot

_WAIVERS = "policies/waivers/"


class Rulebooks:
    """Rules by what names their files. Waivers are not of them: they are read with the records."""

    def __init__(self) -> None:
        self._known: dict[str, Rules | CannotJudge] = {}

    def of(self, snapshot: Snapshot) -> Rules:
        """The rules that judge what is merged into a snapshot. Raises CannotJudge where they cannot."""
        files = repository.rules_of(snapshot)
        refused = [each for each in snapshot.refused() if not each.location.path.startswith("vendors")]
        listing = [f"{file.id} {path}" for path, file in files.items() if not path.startswith(_WAIVERS)]
        key = "\n".join([*listing, *(each.location.path for each in refused)])
        if key not in self._known:
            self._known[key] = _read(Rules(files, None, refused))
        known = self._known[key]
        if isinstance(known, CannotJudge):
            raise known
        return known


def _read(rules: Rules) -> Rules | CannotJudge:
    try:
        _ = rules.book
    except CannotJudge as trouble:
        return trouble
    return rules
