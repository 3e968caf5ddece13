"""What a merge has brought in, and what its reviewers saw: the folders it touches, by tree and by digest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from vendorbook import git
from vendorbook.git import Listed
from vendorbook.git.trees import FOLDER
from vendorbook.model import CannotJudge, Text
from vendorbook.trail.ledger import Content

_TOUCHED = re.compile(r"(vendors/[a-z0-9-]{1,64})/(?:(?!(?:journal|evidence)/)([a-z0-9-]{1,64})/)?.*", re.DOTALL)
_FILES = ("100644", "100755", "120000")
_LARGEST = 512 * 1024 * 1024


def folders_touched(root: Path, base: str, commit: str) -> tuple[str, ...]:
    """The folders of records in which two commits differ: the engagement's, or for all other files the supplier's."""
    matches = (_TOUCHED.fullmatch(each.path) for each in git.changed_files(root, base, commit))
    return tuple(sorted({"/".join(filter(None, match.groups())) for match in matches if match}))


class Contents:
    """The folders of a repository's commits. A file that several of them hold is read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._blobs = git.Blobs(root)
        self._digests: dict[str, str] = {}

    def merged(self, commit: str, folders: tuple[str, ...]) -> dict[str, Content | None]:
        """Each folder as it is in a commit; None where it is not there. Raises CannotJudge for a missing object."""
        listed = self._listed(commit) if folders else {}
        return {folder: self._content(listed, folder) for folder in folders}

    def reviewed(self, commit: str | None, folders: tuple[str, ...]) -> dict[str, str | None] | None:
        """The folders' tree ids in a commit, if the clone has it: a change's commits are often not fetched."""
        listed = git.whole_tree(self._root, commit) if commit else None
        return None if listed is None else {folder: _tree(listed, folder) for folder in folders}

    def digest_of(self, commit: str, path: str) -> str | None:
        """`sha256:` and the SHA-256 of a file of a commit; None where there is no such file."""
        file = self._listed(commit).get(path)
        return "sha256:" + self._sha256(file.blob) if file and file.mode in _FILES else None

    def _listed(self, commit: str) -> dict[str, Listed]:
        listed = git.whole_tree(self._root, commit)
        if listed is None:
            raise CannotJudge(_incomplete(commit))
        return listed

    def _content(self, listed: Mapping[str, Listed], folder: str) -> Content | None:
        tree = _tree(listed, folder)
        if tree is None:
            return None
        return Content(tree, "sha256:" + sha256(b"".join(self._lines(listed, folder + "/"))).hexdigest())

    def _lines(self, listed: Mapping[str, Listed], folder: str) -> Iterator[bytes]:
        """As sha256sum writes them: a name with a backslash or a line feed is escaped, and its line begins with one."""
        inside = [each for path, each in listed.items() if path.startswith(folder) and each.mode in _FILES]
        for each in inside:  # git lists files in the order of their paths' bytes
            name = each.path.removeprefix(folder).encode("utf-8", "surrogateescape")
            shown = name.replace(b"\\", b"\\\\").replace(b"\n", b"\\n").replace(b"\r", b"\\r")
            yield (b"\\" if shown != name else b"") + self._sha256(each.blob).encode() + b"  " + shown + b"\n"

    def _sha256(self, blob: str) -> str:
        if blob not in self._digests:
            try:
                self._digests[blob] = sha256(self._blobs.read(blob, _LARGEST)).hexdigest()
            except git.TooLarge:
                raise CannotJudge(Text(f"檔案物件 {blob} 過大", f"the file object {blob} is too large")) from None
        return self._digests[blob]


def _tree(listed: Mapping[str, Listed], folder: str) -> str | None:
    found = listed.get(folder)
    return found.blob if found and found.mode == FOLDER else None


def _incomplete(commit: str) -> Text:
    return Text(
        f"此副本缺少提交 {commit} 之內容；請重新完整複製（git clone）",
        f"this clone lacks what commit {commit} holds; make a full one (git clone)",
    )
