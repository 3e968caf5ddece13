"""What a change does to the scope of an engagement, what that calls for (Article 6), and the risk that remains."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from vendorbook.checks.lib.assessments import approved, approved_on
from vendorbook.gate import GateVerdict
from vendorbook.judging.applying import Values as Conditions
from vendorbook.judging.applying import applies
from vendorbook.model import Finding, Node, Policy
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Engagement, Register, scope_digest
from vendorbook.reports.diff.account import Assessment, Requirement, Value, Version
from vendorbook.reports.diff.values import Values

_ARTICLE = "A6"


def version(root: Node | None, record: Engagement | None, as_of: date) -> Version:
    """The digest of the scope on one side, and how many approved scopes the journal there tells of."""
    scope = root.get("scope") if root else None
    digest = scope_digest(scope) if scope else None
    if record is None:
        return Version(digest, None, is_assessed=False)
    named = list(_approved_scopes(record, as_of))
    return Version(digest, len(named), is_assessed=bool(named) and named[-1] == digest)


def _approved_scopes(record: Engagement, as_of: date) -> Iterator[str]:
    """The digests that approved assessments name, in the order of the journal, each time that it is another one."""
    last = ""
    for entry in approved(record, as_of):
        digest = entry.root.text("scope_digest")
        if digest and digest != last:
            yield digest
            last = digest


def residual_risk(record: Engagement | None, values: Values, as_of: date) -> Value | None:
    """The risk that remains by the newest approved assessment; None where it states none, or there is none."""
    entries = approved(record, as_of) if record else []
    stated = entries[-1].root.get("residual_risk") if entries else None
    return values.value(stated, "journal/risk-assessment", ("residual_risk",)) if stated else None


def assessments(
    record: Engagement | None, version: Version, added: Collection[str], as_of: date
) -> tuple[Assessment, ...]:
    """The risk assessments among the files that the change adds."""
    if record is None:
        return ()
    new = [entry for entry in record.entries("risk-assessment") if entry.root.source.path in added]
    settled = approved(record, as_of)
    return tuple(
        Assessment(
            entry.id,
            is_of_this_scope=entry.root.text("scope_digest") == version.digest,
            approved_on=approved_on(entry) if entry in settled else None,
        )
        for entry in new
    )


def called_for(record: Engagement | None, book: Rulebook, verdict: GateVerdict) -> tuple[Requirement, ...]:
    """The policies on Article 6 that look at an engagement, each with whether anything was found against it."""
    if record is None:
        return ()
    conditions = Conditions(record, book.context(verdict.as_of, Register()))
    policies = [each for each in _on_article_6(book) if applies(each.applies_to, conditions)]
    at_fault = {found.policy for found in of_record(verdict.findings, record.id) if found.waiver is None}
    return tuple(Requirement(each.id, each.title, each.id not in at_fault) for each in policies)


def _on_article_6(book: Rulebook) -> Iterator[Policy]:
    for subject in ("engagement", "engagement-change"):
        for policy in book.policies_for(subject):
            if any(name.partition(".")[0] == _ARTICLE for name in policy.obligations):
                yield policy


def of_record(findings: Iterable[Finding], record: str) -> tuple[Finding, ...]:
    return tuple(found for found in findings if found.record == record)
