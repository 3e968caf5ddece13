"""Where a register's files are: on disk, in the index, a commit or memory. The only opener of these files."""

from vendorbook.repository.memory import Memory
from vendorbook.repository.root import find_root
from vendorbook.repository.rules import RuleFile, rules_of
from vendorbook.repository.snapshot import FileId, Snapshot
from vendorbook.repository.work_tree import WorkTree

__all__ = [
    "FileId",
    "Memory",
    "RuleFile",
    "Snapshot",
    "WorkTree",
    "find_root",
    "rules_of",
]
