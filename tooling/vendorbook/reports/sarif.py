"""SARIF 2.1.0, which code scanning services read: results, and the rules they are about."""

from __future__ import annotations

import re
from urllib.parse import quote

from vendorbook.model import Finding, Location, Text
from vendorbook.reports import inert
from vendorbook.reports.report import Report

_NO_BYTES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """Texts hold both languages, the one asked for first; waived findings are suppressed, not left out."""
    ids = list(dict.fromkeys(finding.policy for finding in report.findings))
    run = {
        "tool": {
            "driver": {
                "name": "vendorbook",
                "version": report.tool,
                "rules": [_rule(report, id, lang) for id in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, ids.index(finding.policy), lang) for finding in report.findings],
        "properties": {
            "asOf": report.as_of.isoformat(),
            "commit": report.commit,
            "policyDigest": report.policy_digest,
            "records": report.records,
            "policies": report.policies,
            "counts": report.counts,
        },
    }
    return inert.as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(report: Report, id: str, lang: str) -> dict[str, object]:
    policy = report.policy(id)
    if policy is None:
        return {"id": id}
    return {
        "id": id,
        "shortDescription": _said(policy.title, lang),
        "fullDescription": _said(policy.why, lang),
        "help": _said(policy.fix, lang),
        "defaultConfiguration": {"level": str(policy.severity)},
        "properties": {
            "tags": list(policy.obligations),
            "title": inert.both(policy.title),
            "obligations": [_obligation(report, each) for each in policy.obligations],
        },
    }


def _obligation(report: Report, id: str) -> dict[str, object]:
    known = report.obligation(id)
    return {"id": id} if known is None else {"id": id, "ref": known.ref, "title": inert.both(known.title)}


def _result(finding: Finding, index: int, lang: str) -> dict[str, object]:
    return {
        "ruleId": finding.policy,
        "ruleIndex": index,
        "level": str(finding.severity),
        "message": _said(finding.message, lang),
        "locations": [{"physicalLocation": _physical(finding.location)}],
        "relatedLocations": [
            {"id": id, "physicalLocation": _physical(place.location), "message": _said(place.message, lang)}
            for id, place in enumerate(finding.related, 1)
        ],
        "partialFingerprints": {"vendorbookFinding/v1": finding.fingerprint},
        "suppressions": _suppressions(finding),
        "properties": {
            "record": finding.record,
            "obligations": list(finding.obligations),
            "pointer": finding.pointer,
            "message": inert.both(finding.message),
            "fix": inert.both(finding.fix),
            "due": finding.due.isoformat() if finding.due else None,
        },
    }


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    if finding.waiver is None:
        return []
    return [{"kind": "external", "status": "accepted", "justification": finding.waiver}]


def _physical(at: Location) -> dict[str, object]:
    return {
        "artifactLocation": {"uri": _uri(at.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": at.line, "startColumn": at.column},
    }


def _uri(path: str) -> str:
    """A path as a URI; bytes of its name that are no UTF-8 are kept as they are."""
    return quote(_NO_BYTES.sub("\ufffd", path).encode("utf-8", "surrogateescape"), safe="/")


def _said(text: Text, lang: str) -> dict[str, str]:
    """One text in both languages: viewers show just one field."""
    both = inert.both(text)
    first, second = both.pop(lang), *both.values()
    return {"text": f"{first}\n{second}" if first != second else first}
