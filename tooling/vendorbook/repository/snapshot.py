"""What every source of register files offers, whether it is a work tree, an index, a commit or memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TypeAlias

from vendorbook.model import Place

FileId: TypeAlias = str
"""Names a file's content without reading it: `blob:<git blob id>`, or `stat:<…>` in a work tree.

Equal ids of one path mean equal content. The two forms never equal each other, though the content may.
"""

TOP_FOLDERS = ("vendors", "schemas", "policies")
"""Nothing else of a repository is looked at."""


class Snapshot(Protocol):
    """A register's files at one moment. Paths are POSIX, from the register's root.

    What a name or a mode gives away is in `refused()`. What only the content shows (too large, a mere
    pointer to a large file) is raised as `Unreadable` by `read` and `sha256`. `CannotJudge` means that the
    run cannot look.
    """

    @property
    def root(self) -> Path:
        """The folder that the paths start from."""

    @property
    def commit(self) -> str | None:
        """The commit these files are of; for a work tree the one that is checked out; None outside of git."""

    def files(self) -> Mapping[str, FileId]:
        """Every file that may be read, in the order of their paths."""

    def read(self, path: str) -> bytes:
        """The content of one of `files()`."""

    def blob(self, path: str) -> str:
        """The git blob id of the content."""

    def sha256(self, path: str) -> str:
        """The SHA-256 of the content, in lower-case hex."""

    def refused(self) -> Sequence[Place]:
        """Every entry that is not read, with the reason: findings of `record-is-readable`."""

    def fingerprint(self) -> str:
        """Names all of the above at once: where it is the same, so are the files, their content and what is refused."""


def below(files: Mapping[str, FileId], folder: str) -> list[str]:
    """The paths at and below a folder, given with its `/`; found without looking at all, since they are in order."""
    paths = list(files)
    return paths[bisect_left(paths, folder) : bisect_left(paths, f"{folder}\U0010ffff")]


def fingerprint_of(files: Mapping[str, FileId], refused: Iterable[Place]) -> str:
    """The fingerprint that files and what is refused come to."""
    known = (f"{path} {id}" for path, id in files.items())
    listing = "\n".join([*known, "", *(place.location.path for place in refused)])
    return sha256(listing.encode("utf-8", "surrogateescape")).hexdigest()
