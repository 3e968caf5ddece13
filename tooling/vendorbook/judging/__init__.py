"""Judging a register: reading it unit by unit, applying policies, then waivers."""

from __future__ import annotations

from datetime import date

from vendorbook.judging.kept import Kept
from vendorbook.judging.progress import Told, silent
from vendorbook.judging.rules import Rules
from vendorbook.judging.verdict import Judgement, Verdict
from vendorbook.repository import Snapshot

__all__ = ["Judgement", "Kept", "Rules", "Verdict", "judge", "judge_again"]


def judge(snapshot: Snapshot, rules: Rules, as_of: date, told: Told = silent) -> Verdict:
    """Judges every record of a snapshot; see `run.judge`, which is imported only when something must be judged."""
    from vendorbook.judging import run

    return run.judge(snapshot, rules, as_of, told)


def judge_again(snapshot: Snapshot, rules: Rules, as_of: date, kept: Kept, told: Told = silent) -> Verdict:
    """As `judge`, reading only what changed since; see `again.judge_again`."""
    from vendorbook.judging import again

    return again.judge_again(snapshot, rules, as_of, kept, told)
