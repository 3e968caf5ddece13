"""SSH signatures, verified with public keys as OpenSSH writes them."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from datetime import date

from vendorbook.trail.signatures import reasons
from vendorbook.trail.signatures.keys import TrustedKey
from vendorbook.trail.signatures.reasons import Refused
from vendorbook.trail.signatures.signed import Signed
from vendorbook.trail.signatures.ssh_algorithms import fits, is_whole, weakness
from vendorbook.trail.signatures.sshsig import HASHES, NAMESPACE, fingerprint_of, parsed, signed_bytes
from vendorbook.trail.signatures.wire import string


def verify(
    signature: str, payload: bytes, keys: Sequence[TrustedKey], on_day: date, namespace: bytes = NAMESPACE
) -> Signed | Refused:
    """As `vendorbook.trail.signatures.verify`, with SSH keys alone; what was signed for something else is refused."""
    found = parsed(signature)
    if found is None:
        return reasons.MALFORMED
    if found.namespace != namespace:
        return reasons.OTHER_PURPOSE
    fingerprint = fingerprint_of(found.public_key)
    known = [key for key in keys if blob_of(key.text) == found.public_key]
    if not known:
        return reasons.unknown_key(fingerprint)
    if found.hash not in HASHES:
        return reasons.refused("SSH hash")
    if weak := weakness(found.public_key, found.by_key):
        return reasons.refused(weak)
    valid = next((key for key in known if key.valid_on(on_day)), None)
    if valid is None:
        return reasons.not_valid(fingerprint, on_day)
    is_good = fits(found.public_key, found.by_key, signed_bytes(namespace, found.hash, payload))
    return Signed(valid, fingerprint) if is_good else reasons.bad(fingerprint)


def weakness_of_line(line: str) -> str | None:
    """What is not accepted about a key in OpenSSH's form, or empty; None where it is no key."""
    blob = blob_of(line)
    kind = line.split()[0].encode() if blob else b""
    if blob is None or not blob.startswith(string(kind)) or not is_whole(blob):
        return None
    return weakness(blob, string(b"rsa-sha2-512" if kind == b"ssh-rsa" else kind))


def blob_of(line: str) -> bytes | None:
    """The key in a line of OpenSSH's form, whatever its comment says; None where there is none."""
    try:
        return b64decode(line.split()[1], validate=True) or None
    except (LookupError, ValueError):
        return None
