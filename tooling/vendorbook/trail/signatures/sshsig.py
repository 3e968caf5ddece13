"""The form of SSH signatures over files (OpenSSH's PROTOCOL.sshsig), as git uses it for commits and tags."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from typing import NamedTuple

from vendorbook.trail.signatures.armour import dearmoured
from vendorbook.trail.signatures.wire import Reader, string

LABEL = "SSH SIGNATURE"
NAMESPACE = b"git"
FILE = b"file"
"""What OpenSSH calls the namespace of signatures over files."""

HASHES = {b"sha256": hashlib.sha256, b"sha512": hashlib.sha512}
_MAGIC = b"SSHSIG"
_VERSION = 1


class SshSignature(NamedTuple):
    """`public_key` is the whole key in SSH's form; `by_key` what it made, with the name of the algorithm before it."""

    public_key: bytes
    namespace: bytes
    hash: bytes
    by_key: bytes


def parsed(armoured: str) -> SshSignature | None:
    """The signature; None where it has not the form of one."""
    data = dearmoured(armoured, LABEL)
    try:
        return _read(Reader(data or b""))
    except ValueError:
        return None


def _read(reader: Reader) -> SshSignature:
    if reader.taken(len(_MAGIC)) != _MAGIC or reader.number() != _VERSION:
        raise ValueError("another form")
    public_key, namespace, reserved = reader.string(), reader.string(), reader.string()
    found = SshSignature(public_key, namespace, reader.string(), reader.string())
    reader.ends()
    if reserved:
        raise ValueError("of a later version")
    return found


def armoured(signature: SshSignature) -> str:
    """As ssh-keygen writes it."""
    fields = (signature.public_key, signature.namespace, b"", signature.hash, signature.by_key)
    data = _MAGIC + _VERSION.to_bytes(4, "big") + b"".join(map(string, fields))
    text = b64encode(data).decode()
    lines = [text[start : start + 70] for start in range(0, len(text), 70)]
    return "\n".join([f"-----BEGIN {LABEL}-----", *lines, f"-----END {LABEL}-----", ""])


def signed_bytes(namespace: bytes, hash: bytes, payload: bytes) -> bytes:
    """What the key signs: never the payload itself, so that nothing else of SSH's can be passed off as this."""
    digest = HASHES[hash](payload).digest()
    return _MAGIC + b"".join(map(string, (namespace, b"", hash, digest)))


def fingerprint_of(public_key: bytes) -> str:
    """As `ssh-keygen -l` tells it."""
    return "SHA256:" + b64encode(hashlib.sha256(public_key).digest()).decode().rstrip("=")
