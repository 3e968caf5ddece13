"""GitLab's Code Quality report: a list of issues that a merge request shows on its lines."""

from __future__ import annotations

from vendorbook.model import Finding
from vendorbook.reports import inert, words
from vendorbook.reports.report import Report

_SEVERITY = {"error": "major", "warning": "minor", "note": "info", "waived": "info", "standing": "info"}


def render(report: Report, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """One issue a finding; what is waived is shown as information and says so."""
    return inert.as_json([_issue(report, finding, lang) for finding in report.findings])


def _issue(report: Report, finding: Finding, lang: str) -> dict[str, object]:
    fix = inert.line(finding.fix.in_(lang))
    about = f" ({', '.join(finding.obligations)})" if finding.obligations else ""
    waived = "" if finding.waiver is None else f"[{words.WAIVER.in_(lang)}{finding.waiver}] "
    return {
        "type": "issue",
        "check_name": finding.policy,
        "description": inert.line(f"{waived}{finding.message.in_(lang)}{about}"),
        **({"content": {"body": fix}} if fix else {}),
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITY[report.weight(finding)],
        "location": {"path": finding.location.path, "lines": {"begin": finding.location.line}},
    }
