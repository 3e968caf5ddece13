"""Why entries are refused: the first part of a path that is at fault, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vendorbook.model import Location, Place, Text
from vendorbook.repository import refusals
from vendorbook.repository.layout import MAX_FOLDERS
from vendorbook.repository.shown import shown
from vendorbook.repository.snapshot import FileId
from vendorbook.repository.sorting import Entry, Kind

_OF_KIND = {
    Kind.EXECUTABLE: refusals.EXECUTABLE,
    Kind.SYMLINK: refusals.SYMLINK,
    Kind.SUBMODULE: refusals.SUBMODULE,
    Kind.SPECIAL: refusals.SPECIAL,
    Kind.CLOSED: refusals.CLOSED,
    Kind.UNMERGED: refusals.UNMERGED,
    Kind.TWICE: refusals.TWICE,
}


def explained(odd: Sequence[Entry], files: Mapping[str, FileId]) -> list[Place]:
    """Why each is refused, once for each offending folder or file, in the order of paths."""
    spellings = _spellings([*files, *(entry.path for entry in odd)])
    reasons: dict[str, Text] = {}
    for entry in sorted(odd, key=_path):
        where, message = _reason(entry, spellings)
        reasons.setdefault(where, message)
    return [Place(Location(shown(path), 1, 1), message) for path, message in reasons.items()]


def _reason(entry: Entry, spellings: Mapping[str, str]) -> tuple[str, Text]:
    """The first part of the path that is at fault, and why."""
    for prefix in _prefixes(entry.path):
        name = prefix.rpartition("/")[2]
        if message := refusals.of_name(name):
            return prefix, message
        other = spellings.get(prefix.casefold(), prefix)
        if other != prefix:
            return prefix, refusals.of_twin(other)
    if entry.kind in _OF_KIND:
        return entry.path, _OF_KIND[entry.kind]
    if entry.kind is Kind.FOLDER:
        return entry.path, refusals.of_folder(entry.path)
    if "/" not in entry.path:
        return entry.path, refusals.NOT_A_FOLDER
    return entry.path, refusals.of_place(entry.path)


def _path(entry: Entry) -> str:
    return entry.path


def _spellings(paths: Iterable[str]) -> dict[str, str]:
    """For every folder and file, without regard to case, the spelling that came first."""
    spellings: dict[str, str] = {}
    for path in paths:
        for prefix in _prefixes(path):
            spellings.setdefault(prefix.casefold(), prefix)
    return spellings


def _prefixes(path: str) -> list[str]:
    """The folders above a path and the path itself, from the top; no deeper than a register goes."""
    steps = path.split("/", MAX_FOLDERS + 2)[: MAX_FOLDERS + 2]
    return ["/".join(steps[:count]) for count in range(1, len(steps) + 1)]
