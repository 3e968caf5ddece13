"""How far an item binds the firm: not where a home standard stands in, less where the matter is older than the rules.

Nobody is pushed into inventing a past. What an older contract lacks is *legacy*: shown, never counted as holding, and
due once the firm has the engagement in hand again, at its next re-assessment, renewal or change.
"""

from __future__ import annotations

from datetime import date

from vendorbook.judging.findings import finding
from vendorbook.model import Finding, Item, Policy, Severity, Violation
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Context, Engagement, Entry, Supplier


def settle(
    item: Item, policy: Policy, record: Engagement | Supplier, context: Context, book: Rulebook
) -> Finding | None:
    """The finding (or coming due date) that an item comes to; None where it binds the firm to nothing."""
    named = (item.obligation,) if item.obligation else policy.obligations
    obligations = tuple(name for name in named if name not in context.home_standards)
    if named and not obligations:
        return None
    made = finding(item, policy, record.id, book)._replace(obligations=obligations)
    since = binds_from(policy, context)
    if since is None or not obligations or not isinstance(record, Engagement):
        return made
    entry = _entry_of(item, record)
    if entry is not None and entry.date < since:
        is_rested_on = entry.kind == "risk-assessment" and not _in_hand_again(record, since, context.as_of)
        return _as_legacy(made, since) if is_rested_on else None
    return _as_legacy(made, since) if _is_legacy(item, obligations, record, since, context, book) else made


def binds_from(policy: Policy, context: Context) -> date | None:
    """The first day on which the firm owes what a policy asks for; None where the profile does not say."""
    bound_from = context.firm.date("bound_from")
    asked = [name.removeprefix("firm.") for name in policy.applies_to if name.startswith("firm.")]
    days = [bound_from, policy.since, *(context.effective_on(name) for name in asked)]
    return max((day for day in days if day), default=None) if bound_from else None


def _is_legacy(
    item: Item, obligations: tuple[str, ...], record: Engagement, since: date, context: Context, book: Rulebook
) -> bool:
    ended = record.root.date("exit.ended_on")
    if ended is not None and ended < since:
        return True
    made = record.root.date("contract.signed_on") or record.root.date("contract.starts_on")
    is_older = made is not None and made < since
    comes_with_contract = isinstance(item, Violation) and all(
        book.obligations[name].is_owed_with_contract for name in obligations
    )
    return is_older and comes_with_contract and not _in_hand_again(record, since, context.as_of)


def _in_hand_again(record: Engagement, since: date, as_of: date) -> bool:
    """Whether it was assessed anew (a change of service is), or went on beyond its term, since the rules bind."""
    assessed = any(
        entry.date >= since and (entry.root.date("approval.approved_on") or date.max) <= as_of
        for entry in record.entries("risk-assessment")
    )
    term = record.root.date("contract.ends_on")
    return assessed or (term is not None and since <= term < as_of and record.status != "ended")


def _entry_of(item: Item, record: Engagement) -> Entry | None:
    return next((entry for entry in record.journal if entry.root.source is item.at.source), None)


def _as_legacy(made: Finding, since: date) -> Finding:
    return made._replace(severity=Severity.NOTE, legacy=since)
