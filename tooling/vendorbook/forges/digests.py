"""What a forge says of its rules, as one digest: whoever changes them, changes it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from vendorbook.forges.said import Said


def digest_of(answer: Any, where: str) -> str:
    """`sha256:` and the SHA-256 of an answer as canonical JSON (RFC 8785), so that layout and order do not count."""
    import rfc8785

    try:
        return "sha256:" + sha256(rfc8785.dumps(answer)).hexdigest()
    except (rfc8785.CanonicalizationError, UnicodeError, RecursionError):
        raise Said(answer, where).unexpected("plain JSON", "一般 JSON") from None
