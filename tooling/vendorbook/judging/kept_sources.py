"""Files as they were read, kept one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from vendorbook.judging.kept import Kept
from vendorbook.model import Source
from vendorbook.repository import Snapshot


def kept_sound(
    snapshot: Snapshot, paths: Iterable[str], read: Callable[[str], Source | None], kept: Kept | None, name: str
) -> list[Source]:
    """The files that `read` finds sound; one that was sound is not read again while its id stays the same."""
    before = _sound_before(kept.load(name), snapshot) if kept else {}
    sources = [source for path in paths if (source := before.get(path) or read(path))]
    if kept and {source.path: source for source in sources} != before:
        ids = snapshot.files()
        kept.save(name, [(ids[each.path], each.path, each.value, list(each.places)) for each in sources])
    return sources


def _sound_before(data: Any, snapshot: Snapshot) -> dict[str, Source]:
    ids = snapshot.files()
    try:
        return {path: Source(path, value, places) for id, path, value, places in data if ids.get(path) == id}
    except (TypeError, ValueError):
        return {}
