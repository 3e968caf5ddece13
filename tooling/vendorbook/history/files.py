"""The files that a change touches."""

from __future__ import annotations

from typing import NamedTuple

from vendorbook.model import Node, Source
from vendorbook.model.places import no_places, pack
from vendorbook.repository.layout import folder_of, record_of

ADDED, CHANGED, REMOVED = "added", "changed", "removed"


class FileChange(NamedTuple):
    """A file that is other than it was; `status` is added, changed or removed, and a move is one of each.

    `path` is from the register's root; what lies outside of that begins with `../`.
    """

    path: str
    status: str

    @property
    def is_record(self) -> bool:
        """Whether it belongs to what the firm states (`vendors/`), and not to the rules, which are all the rest."""
        return self.path.startswith("vendors/")

    @property
    def record(self) -> str:
        """The engagement (`<supplier>/<engagement>`) or supplier that it belongs to; its path where it is none's."""
        return record_of(self.path)

    @property
    def folder(self) -> str:
        """`journal` or `evidence` where it lies in one, else nothing."""
        return folder_of(self.path)

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def node(self) -> Node:
        """The file as a place to point at: its first line, whatever it holds, and whether or not it is still there."""
        return Source(self.path, {}, no_places([pack(1, 1)])).root
