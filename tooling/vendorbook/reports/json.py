"""Findings as data: `vendorbook/findings/v1`, whose shape is a contract."""

from __future__ import annotations

from vendorbook.model import Finding
from vendorbook.reports import inert
from vendorbook.reports.report import Report


def render(report: Report, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """Both languages, whichever is asked for."""
    return inert.as_json(
        {
            "format": "vendorbook/findings/v1",
            "tool": report.tool,
            "as_of": report.as_of.isoformat(),
            "commit": report.commit,
            "policy_digest": report.policy_digest,
            "records": report.records,
            "policies": report.policies,
            "counts": report.counts,
            **{key: value for key, value in report.extras.items() if key != "introduced"},
            "findings": [_finding(report, finding) for finding in report.findings],
        }
    )


def _finding(report: Report, finding: Finding) -> dict[str, object]:
    introduced = report.introduced(finding)
    return {
        "policy": finding.policy,
        "obligations": list(finding.obligations),
        "severity": str(finding.severity),
        "record": finding.record,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "pointer": finding.pointer,
        "message": inert.both(finding.message),
        "fix": inert.both(finding.fix),
        "related": [
            {
                "path": place.location.path,
                "line": place.location.line,
                "column": place.location.column,
                "message": inert.both(place.message),
            }
            for place in finding.related
        ],
        "due": finding.due.isoformat() if finding.due else None,
        "waiver": finding.waiver,
        "legacy": finding.legacy.isoformat() if finding.legacy else None,
        "fingerprint": finding.fingerprint,
        **({} if introduced is None else {"introduced": introduced}),
    }
