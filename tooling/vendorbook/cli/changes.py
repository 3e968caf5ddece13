"""Opening a change that a command was asked about, and what was judged of it as a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vendorbook import __version__, repository
from vendorbook.cli.opening import top_of
from vendorbook.cli.quoting import Quotes
from vendorbook.cli.wrongly import wrongly
from vendorbook.gate import GateVerdict, NewRules, Proposal, proposed, since_apart
from vendorbook.judging import Rules
from vendorbook.model import Finding, Text
from vendorbook.reports import Report


def opened_change(root: str, base: str, head: str) -> tuple[Proposal, Rules]:
    """The change, and the rules of its base, which judge it. Raises CannotJudge where it cannot be looked at."""
    proposal = proposed(top_of(root), base, head)
    return proposal, Rules(repository.rules_of(proposal.before), None, proposal.before.refused())


def opened_span(root: str, revisions: str) -> tuple[Proposal, Rules]:
    """As `opened_change`, for `A..B`, `A...B` (from where they went apart) or `A`; HEAD where one is left out."""
    apart = next((dots for dots in ("...", "..") if dots in revisions), "")
    base, head = revisions.split(apart, 1) if apart else (revisions, "")
    base, head = base or ("HEAD" if apart else ""), head or "HEAD"
    if apart != "...":
        return opened_change(root, base, head)
    top = top_of(root)
    proposal = since_apart(top, base, head)
    return proposal, Rules(repository.rules_of(proposal.before), None, proposal.before.refused())


def refuse_unknown(names: Sequence[str], proposal: Proposal) -> None:
    """A supplier or engagement that is on neither side is a slip of the keyboard, not one that nothing happens to."""
    paths = [*proposal.whole_before.files(), *proposal.after.files()] if names else []
    for name in names:
        if not any(path.startswith(f"vendors/{name.rstrip('/')}/") for path in paths):
            raise wrongly(f"沒有委外案或供應商 {name}", f"there is no engagement or supplier {name}")


def report_of_change(verdict: GateVerdict, proposal: Proposal, rules: Rules) -> Report:
    """The verdict with what the forms need beside it; lines are quoted from what the change comes to."""
    return Report(
        tool=__version__,
        as_of=verdict.as_of,
        commit=proposal.head,
        policy_digest=verdict.policy_digest,
        records=len(verdict.records),
        policies=rules.count,
        findings=verdict.findings,
        policy=lambda name: rules.book.policies.get(name),
        obligation=lambda name: rules.book.obligations.get(name),
        source_line=Quotes(proposal.after, rules),
        extras={
            "base": proposal.base,
            "head": proposal.head,
            "merged": proposal.tree,
            "introduced": frozenset(found.fingerprint for found in verdict.introduced),
            "rules": _as_data(verdict.new_rules) if verdict.new_rules else None,
        },
        closing=tuple(_in_words(verdict.new_rules)) if verdict.new_rules else (),
    )


def _as_data(new: NewRules) -> dict[str, object]:
    """What the new rules would say, in JSON's types."""
    listed = {"brings": new.brings, "takes": new.takes}
    return {"policy_digest": new.policy_digest} | {name: [_row(each) for each in listed[name]] for name in listed}


def _row(found: Finding) -> dict[str, object]:
    at = found.location
    return {
        "policy": found.policy,
        "severity": str(found.severity),
        "record": found.record,
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "message": {"zh-TW": found.message.zh_tw, "en": found.message.en},
        "fingerprint": found.fingerprint,
    }


def _in_words(new: NewRules) -> Iterator[Text]:
    if new.faults:
        return
    more, less = len(new.brings), len(new.takes)
    yield Text(
        f"新規則對登錄冊：多 {more} 項、少 {less} 項發現（僅供參考，不阻擋此變更）",
        f"the new rules on the register: {more} more and {less} fewer findings (for information; they block nothing)",
    )
    for sign, found in [("+", each) for each in new.brings] + [("-", each) for each in new.takes]:
        place = f"{found.location.path}:{found.location.line}:{found.location.column}"
        label = f"{sign} {place}: {found.severity}[{found.policy}]"
        yield Text(f"{label} {found.message.zh_tw}", f"{label} {found.message.en}")
