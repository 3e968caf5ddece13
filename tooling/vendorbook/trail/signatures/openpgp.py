"""OpenPGP signatures, verified with armoured public keys.

What has been kept back from the library is in `packets`; what it calls valid is narrowed here, never widened. It asks
the machine's clock whether a signature was made in the future, and for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta, timezone
from typing import TYPE_CHECKING

from vendorbook.trail.signatures import reasons
from vendorbook.trail.signatures.armour import dearmoured
from vendorbook.trail.signatures.certificates import Certificate, NotOpenPgp, certificates, guarded
from vendorbook.trail.signatures.keys import TrustedKey
from vendorbook.trail.signatures.packets import is_one_signature
from vendorbook.trail.signatures.reasons import Refused
from vendorbook.trail.signatures.signed import Signed

if TYPE_CHECKING:
    from pysequoia import Sig

_HASHES = ("SHA256", "SHA384", "SHA512", "SHA3_256", "SHA3_512")
_TAIPEI = timezone(timedelta(hours=8))


def verify(signature: str, payload: bytes, keys: Sequence[TrustedKey], on_day: date) -> Signed | Refused:
    """As `vendorbook.trail.signatures.verify`, with OpenPGP keys alone."""
    sig = _parsed(signature)
    issuer = _issuer(sig) if sig else ""
    if sig is None or not issuer:
        return reasons.MALFORMED
    outcomes = [_judged(sig, payload, key, certificate, on_day) for key, certificate in _named(keys, issuer)]
    good = next((outcome for outcome in outcomes if isinstance(outcome, Signed)), None)
    return good or next(iter(outcomes), reasons.unknown_key(issuer.upper()))


def _parsed(signature: str) -> Sig | None:
    """The one signature over a file, bytes as they are, that an armoured text holds."""
    from pysequoia import Sig
    from pysequoia.packet import SignatureType

    data = dearmoured(signature, "PGP SIGNATURE")
    if data is None or not is_one_signature(data):
        return None
    try:
        with guarded():
            sig = Sig.from_bytes(data)
            return sig if sig.signature_type == SignatureType.Binary and sig.created else None
    except NotOpenPgp:
        return None


def _issuer(sig: Sig) -> str:
    """The fingerprint of the key that signed, or the end of it, as the signature says; not proved by that."""
    return (sig.issuer_fingerprint or sig.issuer_key_id or "").lower()


def _named(keys: Sequence[TrustedKey], issuer: str) -> Iterator[tuple[TrustedKey, Certificate]]:
    return (
        (key, certificate)
        for key in keys
        for certificate in certificates(key.text)
        if certificate.key_of(issuer) is not None
    )


def _judged(sig: Sig, payload: bytes, key: TrustedKey, certificate: Certificate, on_day: date) -> Signed | Refused:
    fingerprint = certificate.fingerprint.upper()
    if weak := _weakness(sig, certificate):
        return reasons.refused(weak)
    for day in (on_day, _made_on(sig)):
        if not key.valid_on(day):
            return reasons.not_valid(fingerprint, day)
    if _has_ended(sig, certificate):
        return reasons.not_valid(fingerprint, _made_on(sig))
    return Signed(key, fingerprint) if _fits(sig, payload, certificate) else reasons.bad(fingerprint)


def _weakness(sig: Sig, certificate: Certificate) -> str:
    hash = str(sig.hash_algorithm).rpartition(".")[2]
    signed_by = certificate.key_of(_issuer(sig)) or ""
    return certificate.weaknesses[signed_by] or ("" if hash in _HASHES else hash)


def _made_on(sig: Sig) -> date:
    """The day in Taipei on which it says that it was made."""
    return sig.created.astimezone(_TAIPEI).date() if sig.created else date.min


def _has_ended(sig: Sig, certificate: Certificate) -> bool:
    """Whether the certificate itself says that it counted no more: revoked, whenever that was, or expired by then."""
    ends = certificate.cert.expiration
    return certificate.cert.is_revoked or (ends is not None and sig.created is not None and sig.created >= ends)


def _fits(sig: Sig, payload: bytes, certificate: Certificate) -> bool:
    from pysequoia import verify as verified

    try:
        with guarded():
            result = verified(payload, lambda _: [certificate.cert], signature=sig)
            return any(each.certificate.lower() == certificate.fingerprint for each in result.valid_sigs)
    except NotOpenPgp:
        return False
