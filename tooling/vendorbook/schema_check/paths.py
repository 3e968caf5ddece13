"""Which schema is for which file of a register."""

from __future__ import annotations

import re
from functools import lru_cache

from vendorbook.model import Text

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
    "significant-change",
    "stress-test",
    "switchover-drill",
)

NO_KIND = "journal"
"""What an entry of the journal is whose name has no known kind: never valid."""

_ENTRY = re.compile(
    rf"vendors/[^/]+/(?:[^/]+/)?journal/[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}-({'|'.join(JOURNAL_KINDS)})(?:-[^/]+)?\.yaml"
)
_JOURNAL = re.compile(r"vendors/[^/]+/(?:[^/]+/)?journal/[^/]+\.yaml")
_RECORD = re.compile(r"vendors/[^/]+/(?:(supplier)|[^/]+/(engagement))\.yaml")
_PROFILE = re.compile(r"policies/(firm|systems|people|checklist|trail)\.yaml")
_RULE = re.compile(r"policies/([^/]+)/.+\.yaml")
_FOLDERS = {"rules": "obligations", "waivers": "waiver"}


@lru_cache(maxsize=65536)
def kind_of(path: str) -> str | None:
    """The kind of file that a path from the register's root is for; None when no schema is for it."""
    if entry := _ENTRY.fullmatch(path):
        return f"journal/{entry[1]}"
    if _JOURNAL.fullmatch(path):
        return NO_KIND
    if record := _RECORD.fullmatch(path):
        return record[1] or record[2]
    if profile := _PROFILE.fullmatch(path):
        return profile[1]
    rule = _RULE.fullmatch(path)
    return _FOLDERS.get(rule[1], "policy") if rule else None


def unknown_kind(path: str) -> Text:
    """What to tell of an entry whose name has no known kind."""
    from vendorbook.schema_check.wording import did_you_mean, listed

    name = path.rsplit("/", 1)[-1].removesuffix(".yaml")[len("2026-01-01-") :]
    meant = did_you_mean(name, JOURNAL_KINDS)
    guess = Text(f"，是否為 `{meant}`？", f"; did you mean `{meant}`? K") if meant else Text("；", "; k")
    kinds = listed({kind: Text("", "") for kind in JOURNAL_KINDS})
    return Text(
        f"檔名中沒有已知的紀錄種類{guess.zh_tw}可用：{kinds.zh_tw}",
        f"the file's name has no known kind of entry{guess.en}nown: {kinds.en}",
    )
