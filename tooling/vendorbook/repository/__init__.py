"""Where a register's files are: on disk, in the index, a commit or memory. The only opener of these files."""

from vendorbook.repository.git_objects import Commit, StagedIndex
from vendorbook.repository.memory import Memory
from vendorbook.repository.packaged import Packaged
from vendorbook.repository.root import find_root
from vendorbook.repository.rules import rules_of
from vendorbook.repository.snapshot import FileId, Snapshot
from vendorbook.repository.work_tree import WorkTree

__all__ = [
    "Commit",
    "FileId",
    "Memory",
    "Packaged",
    "Snapshot",
    "StagedIndex",
    "WorkTree",
    "find_root",
    "rules_of",
]
