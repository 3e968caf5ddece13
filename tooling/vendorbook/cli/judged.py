"""A register judged for a command: quickly where it is about what somebody edits, else all of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vendorbook.cli.opening import opened, opened_at
from vendorbook.judging import Rules, Verdict
from vendorbook.repository import Snapshot

Judged = tuple[Snapshot, Rules, Verdict]


def edited_at(root: str, paths: Sequence[str], day: date) -> Judged | None:
    """The quick way for what somebody is editing, where an earlier run has left enough to go by."""
    from vendorbook.judging import Kept
    from vendorbook.judging.focused import judge_focused

    at_paths = opened_at(root, paths)
    if at_paths is None:
        return None
    snapshot, rules, suppliers = at_paths
    verdict = judge_focused(snapshot, rules, day, Kept(str(snapshot.root)), suppliers)
    return (snapshot, rules, verdict) if verdict else None


def whole(root: str, at: str | None, day: date, *, staged: bool, afresh: bool) -> Judged:
    from vendorbook.cli.progress import told
    from vendorbook.judging import Kept, judge, judge_again

    snapshot, rules = opened(root, at, staged=staged, kept=not afresh)
    if afresh:
        return snapshot, rules, judge(snapshot, rules, day, told)
    return snapshot, rules, judge_again(snapshot, rules, day, Kept(str(snapshot.root)), told)
