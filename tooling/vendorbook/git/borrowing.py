"""A repository with nothing of its own, which sees the objects of others: their settings have no say in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_CONFIG = "[core]\n\trepositoryformatversion = {version}\n\tbare = false\n{extension}"
_SHA256 = "[extensions]\n\tobjectFormat = sha256\n"


def lay_out(root: Path, objects: Sequence[bytes], *, is_sha256: bool, head: str = "ref: refs/heads/none") -> None:
    """Makes a folder such a repository, by hand: `git init` would copy the machine's templates into it.

    `objects` are the folders of objects that it sees; `head` is what is checked out: a commit id, or a branch.
    """
    git = root / ".git"
    for folder in ("objects/info", "refs"):
        (git / folder).mkdir(parents=True)
    (git / "HEAD").write_text(f"{head}\n", encoding="ascii")
    config = _CONFIG.format(version=1 if is_sha256 else 0, extension=_SHA256 if is_sha256 else "")
    (git / "config").write_text(config, encoding="ascii")
    (git / "objects/info/alternates").write_bytes(b"".join(_quoted(place) + b"\n" for place in objects))


def _quoted(path: bytes) -> bytes:
    """As git reads it in a list of alternates: in quotes, so that nothing in a path's name ends it."""
    return b'"' + path.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n") + b'"'
