"""What changed rules would say of the register: shown to whoever reviews them, while the old ones judge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vendorbook.gate.others import Means
from vendorbook.gate.proposal import Proposal
from vendorbook.gate.verdict import brought
from vendorbook.judging import Rules, judge
from vendorbook.judging.findings import built_in
from vendorbook.judging.progress import Told
from vendorbook.judging.run import units_of
from vendorbook.model import CannotJudge, Finding, Location, Place
from vendorbook.repository import Snapshot

POLICY = "changed-rules-can-judge"


class NewRules(NamedTuple):
    """The digest of the rules as they will be, and the findings that they add to and take from those of the old ones.

    `faults` is why they cannot judge at all, and then the rest is empty.
    """

    policy_digest: str
    brings: tuple[Finding, ...] = ()
    takes: tuple[Finding, ...] = ()
    faults: tuple[Finding, ...] = ()


def of_new_rules(proposal: Proposal, rules: Rules, as_of: date, told: Told, means: Means) -> NewRules | None:
    """The whole register under the old rules and the new; None where the change leaves the rules as they are.

    Where that is not to be shown, only whether the new ones can judge it.
    """
    if not any(file.path.startswith(("policies/", "schemas/")) for file in proposal.files):
        return None
    before, after = proposal.whole_before, proposal.whole_after
    new, shown = means.rules(after), means.shows_new_rules
    try:
        said = judge(after, new, as_of, told).findings if shown else _judgeable(after, new)
        digest = new.digest
    except CannotJudge as trouble:
        return NewRules("", faults=tuple(_faults(trouble, rules)))
    if not shown:
        return NewRules(digest)
    known = judge(before, rules, as_of, told).findings
    return NewRules(digest, tuple(brought(known, said)), tuple(brought(said, known)))


def _judgeable(after: Snapshot, new: Rules) -> tuple[Finding, ...]:
    """Nothing, or CannotJudge as `judge` raises it."""
    units_of(after)
    _ = new.book
    return ()


def _faults(trouble: CannotJudge, rules: Rules) -> Iterator[Finding]:
    at = trouble.location or Location("policies", 1, 1)
    for place in trouble.places or [Place(at, trouble.message)]:
        yield built_in(POLICY, place.location.path, place, rules.book)
