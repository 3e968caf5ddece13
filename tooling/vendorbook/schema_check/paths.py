"""Which schema is for which file of a register."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

_DATED = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-")
_RECORDS = {2: "supplier", 3: "engagement"}
"""By how deep they stand."""
_PROFILES = ("firm", "systems", "people", "checklist", "trail")
_FOLDERS = {"rules": "obligations", "waivers": "waiver"}


@lru_cache(maxsize=65536)
def kind_of(path: str) -> str | None:
    """The kind of file that a path from the register's root is for; None when no schema is for it."""
    folder, _, file = path.rpartition("/")
    name = file.removesuffix(".yaml")
    if name in ("", file):
        return None
    folders = folder.split("/")
    if "" in folders:
        return None
    if folders[0] == "vendors":
        return _of_record(folders, name)
    return _of_rule(folders, name) if folders[0] == "policies" else None


def _of_record(folders: Sequence[str], name: str) -> str | None:
    if folders[-1] == "journal" and len(folders) in (3, 4):
        return _of_entry(name)
    return name if _RECORDS.get(len(folders)) == name else None


def _of_entry(name: str) -> str:
    """By the words after the date: none of the kinds has more than two."""
    words = name[len("2026-01-01-") :].split("-")
    kind = next((kind for kind in (words[0], "-".join(words[:2])) if kind in JOURNAL_KINDS), None)
    return f"journal/{kind}" if kind and _DATED.match(name) and not name.endswith("-") else NO_KIND


def _of_rule(folders: Sequence[str], name: str) -> str | None:
    if len(folders) == 1:
        return name if name in _PROFILES else None
    return _FOLDERS.get(folders[1], "policy")


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
