"""Where records mention something by its id, and what kind of thing that is."""

from __future__ import annotations

import re

from vendorbook.checks.lib.walk import lists
from vendorbook.model import Node

# Fields that name people from outside in plain words are here too: only what is meant as a staff id counts.
IN_RECORD = {
    "project_owner": "person",
    "scope.systems[]": "system",
    "selection.security_management.certificate": "certificate",
    "selection.cloud_security.certificate": "certificate",
    "selection.result.selected": "candidate",
    "selection.result.decided_by": "person",
    "contract.confidentiality_at_signing.confirmed_by": "person",
    "access.grants[].requested_by": "person",
    "access.grants[].approvals[].approved_by": "person",
    "oversight.security_staff.firm[].staff": "person",
    "exit.access_stopped.confirmed_by": "person",
    "exit.dispositions[].held": "held",
    "exit.dispositions[].confirmed_by": "person",
}

IN_ENTRIES = {
    "risk-assessment": {
        "supersedes": "entry",
        "led_by": "person",
        "assessors[]": "person",
        "risks[].controls[].owner": "person",
        "approval.approved_by": "person",
    },
    "briefing": {"given_by": "person"},
    "access-review": {"reviewer": "person", "outcomes[].grant": "grant"},
    "audit": {"auditor": "person", "about": "entry", "findings[].owner": "person"},
    "service-report": {"reviewer": "person"},
    "diversification": {"approval.approved_by": "person"},
    "follow-up": {
        "closes.entry": "entry",
        "closes.grant": "grant",
        "closes.held": "held",
        "closes.step": "step",
        "by": "person",
    },
    "correction": {"corrects": "entry", "by": "person"},
}

_STAFF = re.compile(r"[sS]-?[0-9]+")


def looks_like_staff(name: str) -> bool:
    """Whether a text is meant as a staff id, if perhaps a misspelt one."""
    return _STAFF.fullmatch(name) is not None


def ids_within(top: Node) -> set[str]:
    """What a follow-up can close in an entry: the items it lists, and the grants it decided on."""
    named = {str(item["id"]) for each in lists(top) for item in each if isinstance(item, dict) and "id" in item}
    return named | set(map(str, top.values("outcomes[].grant")))
