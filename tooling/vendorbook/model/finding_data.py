"""A finding as plain data (the JSON shape of `check --format json`) and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vendorbook.model.days import as_date
from vendorbook.model.finding import Finding, Place, Severity
from vendorbook.model.node import Location
from vendorbook.model.text import Text


def to_data(finding: Finding) -> dict[str, Any]:
    """The finding in JSON's types."""
    return {
        "policy": finding.policy,
        "obligations": list(finding.obligations),
        "severity": str(finding.severity),
        "record": finding.record,
        **_at(finding.location),
        "pointer": finding.pointer,
        "message": finding.message.both(),
        "fix": finding.fix.both(),
        "related": [{**_at(place.location), "message": place.message.both()} for place in finding.related],
        "due": finding.due.isoformat() if finding.due else None,
        "waiver": finding.waiver,
        "legacy": finding.legacy.isoformat() if finding.legacy else None,
        "fingerprint": finding.fingerprint,
    }


def from_data(data: Mapping[str, Any]) -> Finding:
    """The finding that `to_data` was given."""
    return Finding(
        policy=data["policy"],
        obligations=tuple(data["obligations"]),
        severity=Severity(data["severity"]),
        record=data["record"],
        location=_location(data),
        pointer=data["pointer"],
        message=Text.of(data["message"]),
        fix=Text.of(data["fix"]),
        fingerprint=data["fingerprint"],
        related=tuple(Place(_location(place), Text.of(place["message"])) for place in data["related"]),
        due=as_date(data["due"]),
        waiver=data["waiver"],
        legacy=as_date(data["legacy"]),
    )


def _at(location: Location) -> dict[str, str | int]:
    return {"path": location.path, "line": location.line, "column": location.column}


def _location(data: Mapping[str, Any]) -> Location:
    return Location(data["path"], data["line"], data["column"])
