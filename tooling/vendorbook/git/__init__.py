"""The only package that talks to git: fixed arguments, a clean environment, and nothing is ever written."""

from vendorbook.git.blobs import Blobs, TooLarge
from vendorbook.git.listings import Listed, index_files, tree_files
from vendorbook.git.places import find_root, head_commit, is_shallow
from vendorbook.git.revisions import resolve
from vendorbook.git.version import version

__all__ = [
    "Blobs",
    "Listed",
    "TooLarge",
    "find_root",
    "head_commit",
    "index_files",
    "is_shallow",
    "resolve",
    "tree_files",
    "version",
]
