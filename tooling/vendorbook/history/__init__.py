"""What a change does to a register: before and after, the files between them, and who wrote it."""

from vendorbook.history.change import Change, ChangedEngagement, WrittenBy
from vendorbook.history.differences import REORDERED, Difference, Id, Way, differences, items_by_id
from vendorbook.history.files import ADDED, CHANGED, REMOVED, FileChange

__all__ = [
    "ADDED",
    "CHANGED",
    "REMOVED",
    "REORDERED",
    "Change",
    "ChangedEngagement",
    "Difference",
    "FileChange",
    "Id",
    "Way",
    "WrittenBy",
    "differences",
    "items_by_id",
]
