"""Sorts entries into files that may be read and entries that are refused, whatever they come from."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple, TypeAlias

from vendorbook.model import Place
from vendorbook.repository.layout import ALLOWED
from vendorbook.repository.snapshot import FileId


class Kind(Enum):
    """What an entry is."""

    FILE = "file"
    FOLDER = "folder"  # only where the scan did not go into it
    EXECUTABLE = "executable"
    SYMLINK = "symlink"
    SUBMODULE = "submodule"
    SPECIAL = "special"
    CLOSED = "closed"
    UNMERGED = "unmerged"
    TWICE = "twice"


Found: TypeAlias = tuple[str, Kind, FileId]
"""One entry of a folder, a tree or an index, plain as long as nothing is wrong with it: there are so many.

The path may hold surrogates for bytes that are no UTF-8.
"""


class Entry(NamedTuple):
    """One that is refused."""

    path: str
    kind: Kind
    id: FileId


class Sorted(NamedTuple):
    """What may be read, and what may not, each in the order of paths."""

    files: Mapping[str, FileId]
    refused: list[Place]


def sort_out(entries: Iterable[Found]) -> Sorted:
    """Files in their place go one way; all else is explained, once for each offending folder or file."""
    files: dict[str, FileId] = {}
    odd: list[Entry] = []
    allowed, file = ALLOWED.fullmatch, Kind.FILE
    for path, kind, id in entries:
        if kind is not file or not allowed(path):
            odd.append(Entry(path, kind, id))
        elif path in files:
            odd.append(Entry(path, Kind.TWICE, id))
        else:
            files[path] = id
    refused = {entry.path for entry in odd}
    in_order = {path: id for path, id in sorted(files.items()) if path not in refused}
    return Sorted(in_order, _explained(odd, in_order) if odd else [])


def _explained(odd: Sequence[Entry], files: Mapping[str, FileId]) -> list[Place]:
    from vendorbook.repository.reasons import explained

    return explained(odd, files)
