"""What no tool rewrites: the scope of a service, assessments, waivers, and what has been merged and only grows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from vendorbook.model import Text
from vendorbook.repository.layout import folder_of
from vendorbook.schema_check import kind_of

_ASSESSMENT = re.compile(r".*/journal/[0-9-]{10}-risk-assessment(?:-[^/]+)?\.yaml")


def keys_that_stay(path: str) -> tuple[str, ...]:
    """The keys at the top of a file whose lines stay as they are."""
    return ("scope",) if kind_of(path) == "engagement" else ()


class Committed:
    """The files of the commit that is checked out, with their blob ids; none outside of git or before any commit."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def files(self) -> Mapping[str, str]:
        from vendorbook import git
        from vendorbook.repository.git_objects import Commit

        commit = git.head_commit(self._root)
        return Commit(self._root, commit).files() if commit else {}

    def why_it_stays(self, path: str) -> Text | None:
        """Why a file is not to be rewritten at all; None where it may be."""
        if path.startswith("policies/waivers/"):
            return _WAIVER
        if _ASSESSMENT.fullmatch(path):
            return _RISK
        return _MERGED if folder_of(path) and path in self.files else None


_WAIVER = Text("豁免不由工具改寫", "no tool rewrites a waiver")
_RISK = Text("風險評估不由工具改寫", "no tool rewrites a risk assessment")
_MERGED = Text("已提交之日誌與佐證只增不改", "what the journal and the evidence hold is never changed once committed")
