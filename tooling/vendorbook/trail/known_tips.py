"""Commits that the branch is known to have been at: they stay on its line, or the history was rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vendorbook import git
from vendorbook.model import CannotJudge, Text
from vendorbook.trail.judged import REWRITTEN, Wrong
from vendorbook.trail.line import Line


class KnownTip(NamedTuple):
    """A commit, and who says that the branch was there."""

    commit: str
    said_by: Text


def missing(line: Line, tips: Iterable[KnownTip]) -> Iterator[tuple[KnownTip, Wrong]]:
    """Those that the line neither leads through nor leads to, where its tip is older than they are."""
    ahead = _Ahead(line)
    for tip in tips:
        if tip.commit not in line and tip.commit not in ahead:
            yield tip, Wrong(REWRITTEN, _rewritten(tip))


class _Ahead:
    """Commits to which the line leads from its tip on: not judged, and no sign of anything."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._known: set[str] = set()

    def __contains__(self, commit: str) -> bool:
        if commit not in self._known:
            self._known.update(_from(self._line, commit))
        return commit in self._known


def _from(line: Line, commit: str) -> list[str]:
    try:
        later = git.first_parents(line.root, commit)
    except CannotJudge:  # this clone does not even have it
        return []
    return later[: later.index(line.tip)] if line.tip in later else []


def _rewritten(tip: KnownTip) -> Text:
    return Text(
        f"主線不再經過 {tip.commit}（{tip.said_by.zh_tw}）：歷史遭改寫",
        f"the line does not lead through {tip.commit} any more ({tip.said_by.en}): the history was rewritten",
    )
