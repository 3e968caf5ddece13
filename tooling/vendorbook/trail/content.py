"""What a review was of: the folders that a change touches, by their tree ids, which survive squash and rebase."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from vendorbook import git
from vendorbook.history import FileChange
from vendorbook.repository.layout import FOLDER
from vendorbook.repository.past import Past
from vendorbook.trail.changes import PastChange

Content = Mapping[str, str | None]
"""Tree ids by folder (`vendors/<supplier>/<engagement>`, or `vendors/<supplier>`); None where it is not there."""


def touched(change: PastChange, past: Past) -> Content | None:
    """The content that a change leaves; None where it touches anything outside of such folders."""
    folders = {_folder(file) for file in change.files}
    if "" in folders or not folders:
        return None
    return content_at(past, change.tree, sorted(folders))


def content_at(past: Past, tree: str, folders: list[str]) -> Content:
    """What those folders are in a commit's tree."""
    register = past.register(tree)
    found = {folder: past.folders.at(register, folder) if register else None for folder in folders}
    return {folder: each.id if each and each.is_folder else None for folder, each in found.items()}


def digest_of(past: Past, folder: str, tree: str) -> str:
    """`sha256:` and the SHA-256 of a sha256sum listing of a folder's files, as the evidence has it."""
    found = past.entries(git.Member("40000", tree), folder)
    named = ((path.removeprefix(f"{folder}/").encode("utf-8", "surrogateescape"), id) for path, _, id in found)
    lines = (_line(past, name, id.removeprefix("blob:")) for name, id in sorted(named))
    return "sha256:" + sha256(b"".join(lines)).hexdigest()


def _line(past: Past, name: bytes, blob: str) -> bytes:
    """A name with a backslash or the end of a line in it is escaped, and its line begins with a backslash."""
    shown = name.replace(b"\\", b"\\\\").replace(b"\n", b"\\n").replace(b"\r", b"\\r")
    return (b"\\" if shown != name else b"") + past.sha256_of(blob).encode() + b"  " + shown + b"\n"


def is_same(reviewed: Content | None, merged: Content | None) -> bool:
    """Whether all that was merged is what was reviewed."""
    if not reviewed or not merged:
        return False
    return all(folder in reviewed and reviewed[folder] == tree for folder, tree in merged.items())


def _folder(file: FileChange) -> str:
    """The record's folder that a file belongs to; empty where it is none's."""
    if not file.is_record or not all(map(FOLDER.fullmatch, file.record.split("/"))):
        return ""
    return f"vendors/{file.record}"
