"""What is asked of a file's content before anybody reads it, and what identifies it."""

from __future__ import annotations

from hashlib import sha1
from typing import TYPE_CHECKING

from vendorbook.model import Location, Place, Text, Unreadable

if TYPE_CHECKING:
    from hashlib import _Hash

TEXT_LIMIT = 256 * 1024
"""Bytes a YAML or JSON file may have."""

EVIDENCE_LIMIT = 32 * 1024 * 1024
"""Bytes a piece of evidence may have."""

POINTER = b"version https://git-lfs.github.com/spec/"
POINTER_LIMIT = 1024


def refuse_size(path: str, size: int) -> None:
    """Raise where a file is larger than any of its kind needs to be."""
    if size > TEXT_LIMIT and size > limit_of(path):
        raise too_large(path, size)


def limit_of(path: str) -> int:
    return EVIDENCE_LIMIT if is_evidence(path) else TEXT_LIMIT


def refuse_pointer(path: str, data: bytes) -> None:
    """Raise where evidence is Git LFS's note of where the document is: its digest would prove nothing."""
    if len(data) <= POINTER_LIMIT and data.startswith(POINTER) and is_evidence(path):
        raise refusal(path, _POINTER)


def is_evidence(path: str) -> bool:
    return "/evidence/" in path and path.startswith("vendors/")


def blob_id(data: bytes) -> str:
    """The id that git gives this content (in its usual SHA-1 object format)."""
    digest = blob_digest(len(data))
    digest.update(data)
    return digest.hexdigest()


def blob_digest(size: int) -> _Hash:
    """A digest that becomes the blob id of a content of this size once that has been fed to it."""
    return sha1(b"blob %d\0" % size, usedforsecurity=False)


def refusal(path: str, message: Text) -> Unreadable:
    return Unreadable([Place(Location(path, 1, 1), message)])


def too_large(path: str, size: int) -> Unreadable:
    limit = limit_of(path)
    message = Text(
        f"檔案有 {size:,} 個位元組，上限為 {limit:,}；請拆分內容，大型文件可改存他處並以 uri 與 sha256 引用",
        f"the file has {size:,} bytes, the limit is {limit:,}; split it, "
        "or keep a large document elsewhere and refer to it by uri and sha256",
    )
    return refusal(path, message)


_POINTER = Text(
    "此佐證只是 Git LFS 的指標檔，不是文件本身；請改為提交文件本身，或以 uri 與 sha256 引用",
    "this evidence is a Git LFS pointer, not the document; "
    "commit the document itself, or refer to it by uri and sha256",
)
