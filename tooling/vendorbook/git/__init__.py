"""The only package that talks to git: fixed arguments, a clean environment; few of its modules ever write."""

from vendorbook.git.blobs import Blobs
from vendorbook.git.bundles import bundle, unpacked
from vendorbook.git.changes import Changed, changed_files, changes_of_trees
from vendorbook.git.commits import (
    CommitObject,
    Identity,
    commits_between,
    first_parents,
    is_ancestor,
    merge_base,
    read_commits,
    was_touched,
)
from vendorbook.git.fitness import obstacles
from vendorbook.git.folders import Folders, Member
from vendorbook.git.graph import are_ancestors, brought_by_each, first_parent_line, parents_of_all
from vendorbook.git.head import is_bare, is_in_git
from vendorbook.git.identity import who_writes
from vendorbook.git.listings import Listed, index_files, tree_files
from vendorbook.git.merging import Merged, Merging
from vendorbook.git.objects import Objects, TooLarge
from vendorbook.git.packing import refuse_non_empty, write_repository
from vendorbook.git.places import find_root, head_commit, is_shallow, prefix_of
from vendorbook.git.pushes import Update, seen_by_hook, updates
from vendorbook.git.revisions import resolve
from vendorbook.git.starting import stage_all, start_repository
from vendorbook.git.tags import TagObject, TagRef, read_tags, ref_names, tag_refs
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
    "Folders",
    "Identity",
    "Listed",
    "Member",
    "Merged",
    "Merging",
    "Objects",
    "TagObject",
    "TagRef",
    "TooLarge",
    "Update",
    "are_ancestors",
    "brought_by_each",
    "bundle",
    "changed_files",
    "changes_of_trees",
    "commits_between",
    "find_root",
    "first_parent_line",
    "first_parents",
    "head_commit",
    "index_files",
    "is_ancestor",
    "is_bare",
    "is_in_git",
    "is_shallow",
    "merge_base",
    "move_ref",
    "obstacles",
    "parents_of_all",
    "prefix_of",
    "read_commits",
    "read_tags",
    "ref_names",
    "ref_target",
    "refuse_non_empty",
    "resolve",
    "seen_by_hook",
    "stage_all",
    "start_repository",
    "tag_content",
    "tag_refs",
    "tree_files",
    "tree_with",
    "unpacked",
    "updates",
    "version",
    "versions",
    "was_touched",
    "who_writes",
    "whole_tree",
    "write_blob",
    "write_commit",
    "write_repository",
    "write_tag",
]
