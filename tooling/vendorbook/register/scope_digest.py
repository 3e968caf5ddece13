"""The digest by which an assessment names the scope that it was made for (Article 6)."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from vendorbook.model import Node


def scope_digest(scope: Node) -> str:
    """`sha256:` and the SHA-256 of the scope as canonical JSON (RFC 8785).

    Two scopes have one digest exactly if they say the same: comments, layout, quotes and the order of keys do not
    count, the order of a list does.
    """
    import rfc8785  # here, since most commands need no digest

    said: Any = scope.value
    return "sha256:" + sha256(rfc8785.dumps(said)).hexdigest()
