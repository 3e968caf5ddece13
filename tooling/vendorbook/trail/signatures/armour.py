"""Armour: bytes as lines of base64 between two marks, as OpenPGP and SSH write signatures."""

from __future__ import annotations

import re
from base64 import b64decode

LONGEST = 32 * 1024
"""No signature that is accepted is longer, in characters: RSA of 16,384 bits takes about 3 KiB."""

_CHECKSUM = re.compile(r"=[A-Za-z0-9+/]{4}")
_HEADER = re.compile(r"[A-Za-z-]{1,40}: [ -~]*")


def dearmoured(text: str, label: str) -> bytes | None:
    """What stands between the marks of a label (`SSH SIGNATURE`); None where it is anything but one whole block."""
    lines = [line.rstrip() for line in text.rstrip().split("\n")]
    if lines[0] != f"-----BEGIN {label}-----" or lines[-1] != f"-----END {label}-----":
        return None
    body = _without_headers(lines[1:-1])
    if body and _CHECKSUM.fullmatch(body[-1]):  # says nothing that the signature does not
        body.pop()
    try:
        return b64decode("".join(body), validate=True)
    except ValueError:
        return None


def _without_headers(lines: list[str]) -> list[str]:
    """Headers (`Version: …`) end with an empty line; lines that are none stay, and are no base64 either."""
    if "" not in lines:
        return lines
    ends = lines.index("")
    return lines[ends + 1 :] if all(_HEADER.fullmatch(line) for line in lines[:ends]) else lines
