"""Which register a file belongs to, and with what it is judged."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from vendorbook import repository
from vendorbook.model import CannotJudge
from vendorbook.repository.layout import record_of

RULES = "policies"


class Focus(NamedTuple):
    """What is judged at once: an engagement, what concerns a whole supplier, or what the firm says of itself."""

    root: Path
    folder: str

    @property
    def supplier(self) -> str:
        """Whose records it holds; nobody's where it holds rules."""
        return self.folder.split("/")[1] if self.folder.startswith("vendors/") else ""

    def holds(self, path: str) -> bool:
        """Whether what is found at a path is shown with this focus."""
        return folder_of(path) == self.folder


class Document(NamedTuple):
    """A file of a register, by its path from the register's root."""

    root: Path
    path: str

    @property
    def focus(self) -> Focus:
        return Focus(self.root, folder_of(self.path))

    @property
    def record(self) -> str:
        """The folder of its record, from the root: an engagement's or a supplier's."""
        return f"vendors/{record_of(self.path)}"


def folder_of(path: str) -> str:
    return f"vendors/{record_of(path)}" if path.startswith("vendors/") and path.count("/") > 1 else RULES


def document(file: str) -> Document | None:
    """The place of a YAML file in its register; None where it is in none."""
    place = Path(os.path.abspath(file))
    if place.suffix != ".yaml" or "\0" in file:
        return None
    try:
        root = repository.find_root(_nearest_folder(place))
    except CannotJudge:
        return None
    path = place.relative_to(root).as_posix()
    return Document(root, path) if path.startswith(("vendors/", "policies/")) else None


def _nearest_folder(place: Path) -> Path:
    """One that is there: a new file's folder need not be yet."""
    return next((folder for folder in place.parents if folder.is_dir()), place.parent)
