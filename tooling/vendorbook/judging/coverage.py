"""How far the rules are covered: each obligation, its policies, and how the register stands on it."""

from __future__ import annotations

from typing import NamedTuple

from vendorbook.judging.verdict import Verdict
from vendorbook.policies.rulebook import Rulebook


class Coverage(NamedTuple):
    """One obligation: its policies, and the number of records that it applies to, holds in, fails in, is waived in."""

    obligation: str
    policies: tuple[str, ...]
    applies: int
    holds: int
    fails: int
    waived: int


def coverage(verdict: Verdict, book: Rulebook) -> list[Coverage]:
    """Every obligation of the rules in their order, those without a policy included."""
    return [_of(obligation, verdict, book) for obligation in book.obligations]


def _of(obligation: str, verdict: Verdict, book: Rulebook) -> Coverage:
    policies = tuple(each.id for each in book.policies.values() if obligation in each.obligations)
    applies = {record for record, applied in verdict.applied.items() if set(policies) & set(applied)}
    about = [each for each in verdict.findings if each.policy in policies and obligation in each.obligations]
    fails = {each.record for each in about if each.waiver is None}
    waived = {each.record for each in about if each.waiver is not None} - fails
    return Coverage(obligation, policies, len(applies), len(applies - fails - waived), len(fails), len(waived))
