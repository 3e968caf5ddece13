"""The only package that talks to git: fixed arguments, a clean environment; only `writing` ever writes."""

from vendorbook.git.blobs import Blobs
from vendorbook.git.changes import Changed, changed_files
from vendorbook.git.commits import (
    CommitObject,
    Identity,
    commits_between,
    first_parents,
    is_ancestor,
    read_commits,
    was_touched,
)
from vendorbook.git.head import is_bare
from vendorbook.git.identity import who_writes
from vendorbook.git.listings import Listed, index_files, tree_files
from vendorbook.git.merging import Merged, Merging
from vendorbook.git.objects import Objects, TooLarge
from vendorbook.git.places import find_root, head_commit, is_shallow, prefix_of
from vendorbook.git.pushes import Update, seen_by_hook, updates
from vendorbook.git.revisions import resolve
from vendorbook.git.tags import TagObject, TagRef, read_tags, tag_refs
from vendorbook.git.trees import EMPTY_TREES, whole_tree
from vendorbook.git.version import version
from vendorbook.git.versions import versions
from vendorbook.git.writing import (
    Author,
    move_ref,
    ref_target,
    tag_content,
    tree_with,
    write_blob,
    write_commit,
    write_tag,
)

__all__ = [
    "EMPTY_TREES",
    "Author",
    "Blobs",
    "Changed",
    "CommitObject",
    "Identity",
    "Listed",
    "Merged",
    "Merging",
    "Objects",
    "TagObject",
    "TagRef",
    "TooLarge",
    "Update",
    "changed_files",
    "commits_between",
    "find_root",
    "first_parents",
    "head_commit",
    "index_files",
    "is_ancestor",
    "is_bare",
    "is_shallow",
    "move_ref",
    "prefix_of",
    "read_commits",
    "read_tags",
    "ref_target",
    "resolve",
    "seen_by_hook",
    "tag_content",
    "tag_refs",
    "tree_files",
    "tree_with",
    "updates",
    "version",
    "versions",
    "was_touched",
    "who_writes",
    "whole_tree",
    "write_blob",
    "write_commit",
    "write_tag",
]
