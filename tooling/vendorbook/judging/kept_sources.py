"""Files as they were read, kept one by one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from vendorbook.judging.kept import Kept
from vendorbook.model import Source
from vendorbook.repository import Snapshot


class Shelf(NamedTuple):
    """Where files are kept: under which name, and by what each is about (a word)."""

    kept: Kept
    name: str
    about: Callable[[Source], str]


def kept_sound(
    snapshot: Snapshot,
    paths: Iterable[str],
    read: Callable[[str], Source | None],
    shelf: Shelf | None,
    only: Collection[str] | None = None,
) -> list[Source]:
    """The files that `read` finds sound; one that was sound is not read again while its id stays the same.

    With `only`, those that are known to be about anything else are left out, and nothing more is kept.
    """
    before: Mapping[str, Any] = (shelf and shelf.kept.load_parts(shelf.name)) or {}
    known = _current(before, snapshot.files())
    sources = []
    for path in paths:
        label, about = known.get(path, ("", ""))
        if only is not None and about and about not in only:
            continue
        if source := _source(path, before.get(label)) or read(path):
            sources.append(source)
    if shelf and only is None:
        _keep(shelf, {_label(shelf, source, snapshot): source for source in sources}, before)
    return sources


def _current(labels: Iterable[str], ids: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """By path: the label of what was kept of it, and what that is about, where it is as it was."""
    parts = [(label, label.split(" ")) for label in labels]
    return {each[2]: (label, each[1]) for label, each in parts if len(each) == 3 and ids.get(each[2]) == each[0]}


def _label(shelf: Shelf, source: Source, snapshot: Snapshot) -> str:
    return f"{snapshot.files()[source.path]} {shelf.about(source)} {source.path}"


def _source(path: str, data: Any) -> Source | None:
    try:
        value, places = data
        return Source(path, value, places)
    except (TypeError, ValueError):
        return None


def _keep(shelf: Shelf, sources: Mapping[str, Source], before: Collection[str]) -> None:
    if set(sources) != set(before):
        parts = {label: (source.value, list(source.places)) for label, source in sources.items()}
        shelf.kept.save_parts(shelf.name, parts)
