"""OpenPGP signatures, verified with armoured public keys.

What has been kept back from the library is in `packets`; what it calls valid is narrowed here, never widened. It asks
the machine's clock whether a signature was made in the future, and for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from vendorbook.model import TAIPEI
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


class _Said(NamedTuple):
    """A signature with what it says of itself: which key made it, by its fingerprint or the end of that, how and when.

    The library may fail at each of these, so that they are asked for once.
    """

    sig: Sig
    issuer: str
    hash: str
    made_at: datetime

    @property
    def made_on(self) -> date:
        """The day in Taipei."""
        return self.made_at.astimezone(TAIPEI).date()


def verify(signature: str, payload: bytes, keys: Sequence[TrustedKey], on_day: date) -> Signed | Refused:
    """As `vendorbook.trail.signatures.verify`, with OpenPGP keys alone."""
    said = _parsed(signature)
    if said is None:
        return reasons.MALFORMED
    outcomes = [_judged(said, payload, key, certificate, on_day) for key, certificate in _named(keys, said.issuer)]
    good = next((outcome for outcome in outcomes if isinstance(outcome, Signed)), None)
    return good or next(iter(outcomes), reasons.unknown_key(said.issuer.upper()))


def _parsed(signature: str) -> _Said | None:
    """The one signature over a file, bytes as they are, that an armoured text holds."""
    data = dearmoured(signature, "PGP SIGNATURE")
    if data is None or not is_one_signature(data):
        return None
    try:
        with guarded():
            return _read(data)
    except NotOpenPgp:
        return None


def _read(data: bytes) -> _Said | None:
    from pysequoia import Sig
    from pysequoia.packet import SignatureType

    sig = Sig.from_bytes(data)
    issuer = sig.issuer_fingerprint or sig.issuer_key_id
    if sig.signature_type != SignatureType.Binary or sig.created is None or issuer is None:
        return None
    return _Said(sig, issuer.lower(), _hash(sig), sig.created)


def _hash(sig: Sig) -> str:
    try:
        with guarded():
            return str(sig.hash_algorithm).rpartition(".")[2]
    except NotOpenPgp:
        return "OpenPGP hash"


def _named(keys: Sequence[TrustedKey], issuer: str) -> Iterator[tuple[TrustedKey, Certificate]]:
    return (
        (key, certificate)
        for key in keys
        for certificate in certificates(key.text)
        if certificate.key_of(issuer) is not None
    )


def _judged(said: _Said, payload: bytes, key: TrustedKey, certificate: Certificate, on_day: date) -> Signed | Refused:
    fingerprint = certificate.fingerprint.upper()
    if weak := _weakness(said, certificate):
        return reasons.refused(weak)
    for day in (on_day, said.made_on):
        if not key.valid_on(day):
            return reasons.not_valid(fingerprint, day)
    if certificate.is_revoked or (certificate.ends and said.made_at >= certificate.ends):
        return reasons.not_valid(fingerprint, said.made_on)
    return Signed(key, fingerprint) if _fits(said.sig, payload, certificate) else reasons.bad(fingerprint)


def _weakness(said: _Said, certificate: Certificate) -> str:
    signed_by = certificate.key_of(said.issuer) or ""
    return certificate.weaknesses[signed_by] or ("" if said.hash in _HASHES else said.hash)


def _fits(sig: Sig, payload: bytes, certificate: Certificate) -> bool:
    from pysequoia import verify as verified

    try:
        with guarded():
            result = verified(payload, lambda _: [certificate.cert], signature=sig)
            return any(each.certificate.lower() == certificate.fingerprint for each in result.valid_sigs)
    except NotOpenPgp:
        return False
