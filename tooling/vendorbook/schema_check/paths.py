"""Which schema is for which file of a register."""

from __future__ import annotations

import re
from functools import lru_cache

JOURNAL_KINDS = (
    "access-review",
    "audit",
    "briefing",
    "correction",
    "delivery",
    "diversification",
    "follow-up",
    "incident",
    "recovery-plan",
    "release",
    "risk-assessment",
    "service-report",
    "stress-test",
    "switchover-drill",
)

_ENTRY = re.compile(
    rf"vendors/[^/]+/(?:[^/]+/)?journal/[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}-({'|'.join(JOURNAL_KINDS)})(?:-[^/]+)?\.yaml"
)
_RECORD = re.compile(r"vendors/[^/]+/(?:(supplier)|[^/]+/(engagement))\.yaml")
_PROFILE = re.compile(r"policies/(firm|systems|people|checklist)\.yaml")
_RULE = re.compile(r"policies/([^/]+)/[^/]+\.yaml")
_FOLDERS = {"rules": "obligations", "waivers": "waiver"}


@lru_cache(maxsize=65536)
def kind_of(path: str) -> str | None:
    """The kind of file that a path from the register's root is for; None when no schema is for it."""
    if entry := _ENTRY.fullmatch(path):
        return f"journal/{entry[1]}"
    if record := _RECORD.fullmatch(path):
        return record[1] or record[2]
    if profile := _PROFILE.fullmatch(path):
        return profile[1]
    rule = _RULE.fullmatch(path)
    return _FOLDERS.get(rule[1], "policy") if rule else None
