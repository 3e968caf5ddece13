"""A change as data: `vendorbook/diff/v1`, whose shape is a contract.

    {"format": "vendorbook/diff/v1", "tool": "1.0.0", "as_of": "2026-11-22", "base": "…", "head": "…",
     "policy_digest": "sha256:…",
     "records": [{"record": "kite-systems/order-routing", "title": {"zh-TW": "…", "en": "…"}, "status": "changed",
       "unread": false,
       "differences": [{"kind": "changed", "at": "scope.cloud_model", "title": {…}, "scope": true,
         "confidential": false, "before": "none", "after": "iaas", "said": {"before": {…}, "after": {…}},
         "fields": []}],
       "scope": {"changed": true, "before": {"digest": "sha256:…", "version": 2, "assessed": true}, "after": {…}},
       "risk": {"before": "low", "after": "medium"},
       "assessments": [{"entry": "journal/…", "of_this_scope": true, "approved_on": "2026-11-20"}],
       "called_for": [{"policy": "scope-is-the-one-assessed", "title": {…}, "met": false}],
       "missing": [FINDING],
       "journal": [{"path": "vendors/…", "status": "added", "was": null, "sha256": "…", "kind": {…},
         "date": "2026-11-20", "unread": false, "facts": [DIFFERENCE], "differences": []}],
       "evidence": [{"path": "vendors/…", "status": "added", "was": null, "sha256": "…"}]}],
     "rules": [{"path": "policies/…", "status": "changed", "was": null, "sha256": "…", "kind": "policy", "title": {…},
       "unread": false, "differences": […]}],
     "others": [{"path": "…", "status": "changed", "was": null, "sha256": null}],
     "elsewhere": [FINDING]}

`kind` and `status` are added, changed, removed, reordered (of lists) and renamed (of files: `was` is the old name). A
block that came or went has `fields` instead of a value; their titles go without its own. `scope` is null for suppliers.
A FINDING is that of `vendorbook/findings/v1`. A value that must not leave the firm is null, as is what is not there.
"""

from __future__ import annotations

from typing import Any

from vendorbook.model import Finding
from vendorbook.model.finding_data import to_data
from vendorbook.reports.diff.account import (
    Account,
    Assessment,
    EntryNote,
    FileNote,
    Line,
    RecordNote,
    RuleNote,
    Value,
    Version,
)
from vendorbook.reports.inert import as_json, both


def render(of: Account, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """Both languages, whichever is asked for."""
    return as_json(
        {
            "format": "vendorbook/diff/v1",
            "tool": of.tool,
            "as_of": of.as_of.isoformat(),
            "base": of.base,
            "head": of.head,
            "policy_digest": of.policy_digest,
            "records": [_record(each) for each in of.records],
            "rules": [_rule(each) for each in of.rules],
            "others": [_file(each) for each in of.others],
            "elsewhere": [_finding(each) for each in of.elsewhere],
        }
    )


def _record(of: RecordNote) -> dict[str, Any]:
    before, after = of.versions or (None, None)
    scope = {"changed": of.has_new_scope, "before": _version(before), "after": _version(after)}
    return {
        "record": of.id,
        "title": both(of.title),
        "status": of.status,
        "unread": of.is_unread,
        "differences": [_line(each) for each in of.lines],
        "scope": scope if of.versions else None,
        "risk": {"before": _data(of.risks[0]), "after": _data(of.risks[1])},
        "assessments": [_assessment(each) for each in of.assessments],
        "called_for": [
            {"policy": each.policy, "title": both(each.title), "met": each.is_met} for each in of.called_for
        ],
        "missing": [_finding(each) for each in of.missing],
        "journal": [_entry(each) for each in of.entries],
        "evidence": [_file(each) for each in of.evidence],
    }


def _assessment(of: Assessment) -> dict[str, Any]:
    approved = of.approved_on.isoformat() if of.approved_on else None
    return {"entry": of.entry, "of_this_scope": of.is_of_this_scope, "approved_on": approved}


def _version(of: Version | None) -> dict[str, Any] | None:
    return {"digest": of.digest, "version": of.number, "assessed": of.is_assessed} if of else None


def _line(of: Line) -> dict[str, Any]:
    sides = {"before": of.before, "after": of.after}
    return {
        "kind": of.kind,
        "at": of.at,
        "title": both(of.called),
        "scope": of.is_scope,
        "confidential": of.is_confidential,
        **{side: _data(value) for side, value in sides.items()},
        "said": {side: both(value.said) if value else None for side, value in sides.items()},
        "fields": [_line(each) for each in of.below],
    }


def _data(value: Value | None) -> Any:
    return value.data if value else None


def _entry(of: EntryNote) -> dict[str, Any]:
    return {
        **_file(of.file),
        "kind": both(of.kind),
        "date": of.day,
        "unread": of.is_unread,
        "facts": [_line(each) for each in of.facts],
        "differences": [_line(each) for each in of.lines],
    }


def _rule(of: RuleNote) -> dict[str, Any]:
    return {
        **_file(of.file),
        "kind": of.kind,
        "title": both(of.title),
        "unread": of.is_unread,
        "differences": [_line(each) for each in of.lines],
    }


def _file(of: FileNote) -> dict[str, Any]:
    return {"path": of.path, "status": of.status, "was": of.was or None, "sha256": of.sha256}


def _finding(found: Finding) -> dict[str, Any]:
    return to_data(found) | {"message": both(found.message), "fix": both(found.fix)}
