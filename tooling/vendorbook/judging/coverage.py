"""How far the rules are covered: each obligation, its policies, and how the register stands on it."""

from __future__ import annotations

from typing import NamedTuple

from vendorbook.judging.verdict import Verdict
from vendorbook.model import Severity
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Register


class Coverage(NamedTuple):
    """One obligation: its policies, and the number of records that it applies to, holds in, fails in, is waived in.

    A note (of what may be done, or of guidance beyond the rules) is no failure. In `legacy` ones it does not hold and
    need not yet: their contract is older than the rules. `home_standard` names what stands in for it in a foreign
    firm; then it applies to none.
    """

    obligation: str
    policies: tuple[str, ...]
    applies: int
    holds: int
    fails: int
    waived: int
    legacy: int
    home_standard: str | None


def coverage(verdict: Verdict, book: Rulebook) -> list[Coverage]:
    """Every obligation of the rules in their order, those without a policy included."""
    standards = book.context(verdict.as_of, Register()).home_standards
    return [_of(obligation, verdict, book, standards.get(obligation)) for obligation in book.obligations]


def _of(obligation: str, verdict: Verdict, book: Rulebook, standard: str | None) -> Coverage:
    policies = tuple(each.id for each in book.policies.values() if obligation in each.obligations)
    if standard is not None:
        return Coverage(obligation, policies, 0, 0, 0, 0, 0, standard)
    applies = {record for record, applied in verdict.applied.items() if set(policies) & set(applied)}
    about = [each for each in verdict.findings if each.policy in policies and obligation in each.obligations]
    fails = {each.record for each in about if each.waiver is None and each.severity != Severity.NOTE}
    waived = {each.record for each in about if each.waiver is not None} - fails
    legacy = {each.record for each in about if each.legacy is not None} - fails - waived
    holds = applies - fails - waived - legacy
    return Coverage(obligation, policies, len(applies), len(holds), len(fails), len(waived), len(legacy), None)
