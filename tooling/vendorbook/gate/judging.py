"""Judging a change: what it does, and what it makes of the records, by the rules that it is to be merged under."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from vendorbook.gate.history import apply_history
from vendorbook.gate.new_rules import of_new_rules
from vendorbook.gate.others import Means, Together, is_entry_of, kinds_of_the_whole, together
from vendorbook.gate.proposal import Proposal
from vendorbook.gate.seen import change_of, facts_of
from vendorbook.gate.sides import Plans, Side
from vendorbook.gate.verdict import GateVerdict, brought
from vendorbook.judging import Rules
from vendorbook.judging.progress import Told, silent
from vendorbook.judging.verdict import Judgement
from vendorbook.judging.waiving import read_waivers, waive
from vendorbook.model import Finding
from vendorbook.register import People, Register

_AFRESH = Means()
_UNREAD = ("record-is-readable", "record-matches-schema")


def judge_change(
    proposal: Proposal,
    rules: Rules,
    as_of: date,
    *,
    mass: bool = False,
    told: Told = silent,
    means: Means = _AFRESH,
) -> GateVerdict:
    """What a change comes to on a day, by the base's `rules`; `mass` says that it is meant to touch many records."""
    book = rules.book
    plans = Plans.of(book)
    before, after = (Side(each, book, as_of, plans, means.sources) for each in (proposal.before, proposal.after))
    alone = [side.alone() for side in (before, after)]
    whole = _together(proposal, rules, as_of, (before, after), told, means)
    change = change_of(facts_of(proposal, People(book.people), mass=mass), before, after)
    history = apply_history(change, book, book.context(as_of, Register()))
    was, will_be = (
        _waived(Judgement.together(parts), side, rules, as_of, means)
        for parts, side in (([alone[0], whole.before], before), ([alone[1], whole.after], after))
    )
    new_rules = of_new_rules(proposal, rules, as_of, told, means)
    faults = new_rules.faults if new_rules else ()
    fresh = [*history.findings, *faults, *brought(was, will_be)]
    return GateVerdict(
        as_of=as_of,
        policy_digest=rules.digest,
        records=tuple(after.records),
        findings=_in_order([*history.findings, *faults, *will_be]),
        introduced=_in_order([*fresh, *_still_unread(will_be, fresh, proposal)]),
        tracebacks=history.tracebacks + alone[1].tracebacks + whole.after.tracebacks,
        new_rules=new_rules,
    )


def _together(
    proposal: Proposal, rules: Rules, as_of: date, sides: tuple[Side, Side], told: Told, means: Means
) -> Together:
    """What the whole register says, where the change has to do with anything that it is asked about."""
    kinds = kinds_of_the_whole(rules.book)
    if not any(_is_of_the_whole(file.path, kinds) for file in proposal.files if file.is_record):
        return Together(Judgement(), Judgement())
    return together(proposal.whole_before, rules.book, as_of, sides, told, means)


def _is_of_the_whole(path: str, kinds: Collection[str]) -> bool:
    """Whether a policy that needs the whole register may look at a file: a record, or an entry of a kind it names."""
    return is_entry_of(path, kinds) or path.endswith(("/engagement.yaml", "/supplier.yaml"))


def _waived(judged: Judgement, side: Side, rules: Rules, as_of: date, means: Means) -> list[Finding]:
    """The findings, with the waivers that the base has; a change cannot bring one for itself."""
    suppliers = {unit.supplier for unit in side.units}
    waivers = read_waivers(side.snapshot, rules, None, means.sources).of(suppliers)
    return waive(judged, waivers, rules, as_of, side.records).findings


def _still_unread(found: list[Finding], fresh: list[Finding], proposal: Proposal) -> list[Finding]:
    """What keeps a touched file from being judged blocks, new or not: nobody could say what the change does there."""
    touched = {file.path for file in proposal.files}
    known = {each.fingerprint for each in fresh}
    unread = [each for each in found if each.policy in _UNREAD and each.location.path in touched]
    return [each for each in unread if each.fingerprint not in known]


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda each: each.order))
