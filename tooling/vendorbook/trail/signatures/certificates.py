"""OpenPGP certificates (public keys) as the rules state them, and what their keys are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pysequoia import Cert
    from pysequoia.packet import Packet

FEWEST_BITS = 2048
_ACCEPTED = ("RSAEncryptSign", "RSASign", "ECDSA", "EdDSA", "Ed25519", "Ed448")
_MATERIAL = {4: 6, 6: 10}
"""By the version of a key, where the numbers begin that it is made of."""


class NotOpenPgp(Exception):
    """The library could not make anything of some data."""


class Certificate(NamedTuple):
    """A certificate, read once. It ends on a day of its own, if any; revoked, it does not count for any time.

    `weaknesses` has each of its keys by fingerprint, with what is not accepted about it, or empty.
    """

    cert: Cert
    fingerprint: str
    ends: datetime | None
    is_revoked: bool
    weaknesses: Mapping[str, str]

    def key_of(self, issuer: str) -> str | None:
        """The fingerprint of the key that a signature names, by its fingerprint or by the end of it."""
        named = (fingerprint for fingerprint in self.weaknesses if fingerprint.endswith(issuer))
        return next(named, None) if len(issuer) >= 16 else None


@lru_cache(maxsize=64)
def certificates(text: str) -> tuple[Certificate, ...]:
    """The certificates in an armoured text, of which a forge may publish several; none where it is no such text."""
    from pysequoia import Cert

    try:
        with guarded():
            return tuple(_certificate(cert) for cert in Cert.split_bytes(text.encode()))
    except NotOpenPgp:
        return ()


@contextmanager
def guarded() -> Iterator[None]:
    """Makes NotOpenPgp of whatever the library raises: its own panics are no Exception, and have no name to import."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:
        raise NotOpenPgp from None


def _certificate(cert: Cert) -> Certificate:
    from pysequoia.packet import PacketPile

    packets = (packet for packet in PacketPile.from_bytes(bytes(cert)) if packet.key_algorithm is not None)
    weaknesses = {str(packet.fingerprint).lower(): _weakness(packet) for packet in packets if packet.fingerprint}
    try:
        with guarded():
            return Certificate(cert, cert.fingerprint.lower(), cert.expiration, cert.is_revoked, weaknesses)
    except NotOpenPgp:  # the library's policy accepts nothing of it: it is bound together by SHA-1, or too short
        weak = {key: weakness or "OpenPGP certificate" for key, weakness in weaknesses.items()}
        return Certificate(cert, cert.fingerprint.lower(), None, False, weak)


def _weakness(packet: Packet) -> str:
    name = str(packet.key_algorithm).rpartition(".")[2]
    if name not in _ACCEPTED:
        return name
    return "RSA < 2048" if name.startswith("RSA") and _bits(packet.body) < FEWEST_BITS else ""


def _bits(body: bytes) -> int:
    """The length of an RSA key's modulus, its first number."""
    begins = _MATERIAL[body[0]]
    return int.from_bytes(body[begins : begins + 2], "big")
