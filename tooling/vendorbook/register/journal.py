"""The journal: what happened, one file an event, as it counts on a day."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vendorbook.model import Node


class Entry(NamedTuple):
    """One event. `id` is its path in the engagement's folder without `.yaml`; `root` its content as it counts.

    Where a correction has replaced an entry, `id` and `date` stay those of the entry corrected, and `root` is the
    correction's `entry` block: a finding then points at the text that counts.
    """

    id: str
    kind: str
    date: date
    root: Node


def effective(entries: Iterable[Entry], as_of: date) -> tuple[Entry, ...]:
    """What the journal says on a day: later entries do not exist yet, corrected ones read as corrected."""
    known = sorted((entry for entry in entries if entry.date <= as_of), key=lambda entry: (entry.date, entry.id))
    replaced: dict[str, Entry] = {}
    for entry in known:
        if entry.kind == "correction" and (content := entry.root.get("entry")) is not None:
            corrected = entry.root.text("corrects")
            day = content.date("date") or entry.date
            replaced[corrected] = Entry(corrected, content.text("kind"), day, content)
    if not replaced:
        return tuple(known)
    return tuple(sorted((replaced.get(entry.id, entry) for entry in known), key=lambda entry: (entry.date, entry.id)))
