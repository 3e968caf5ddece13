"""Whether a signature over some bytes was made by one of the keys that count, on a day on which it did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vendorbook.trail.signatures.armour import LONGEST
from vendorbook.trail.signatures.keys import TrustedKey
from vendorbook.trail.signatures.reasons import MALFORMED, UNSIGNED, UNSUPPORTED, Refused
from vendorbook.trail.signatures.signed import Signed

__all__ = ["Signed", "verify"]


def verify(signature: str, payload: bytes, keys: Sequence[TrustedKey], on_day: date) -> Signed | Refused:
    """Who signed, or why that is not proved; never an exception, whatever the signature holds.

    `signature` and `payload` are those of a `CommitObject` or a `TagObject`. `on_day` is the day (in Taipei) on which
    the key has to count: that of the merge, as far as the caller trusts it.
    """
    if not signature.strip():
        return UNSIGNED
    if len(signature) > LONGEST:
        return MALFORMED
    if signature.startswith("-----BEGIN SSH SIGNATURE-----"):
        from vendorbook.trail.signatures import ssh

        return ssh.verify(signature, payload, [key for key in keys if key.kind == "ssh"], on_day)
    if signature.startswith("-----BEGIN PGP SIGNATURE-----"):
        from vendorbook.trail.signatures import openpgp

        return openpgp.verify(signature, payload, [key for key in keys if key.kind == "openpgp"], on_day)
    return UNSUPPORTED
