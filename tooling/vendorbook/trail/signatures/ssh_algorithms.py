"""The algorithms of SSH keys: which are accepted, and whether what a key made fits."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from typing import TYPE_CHECKING

from vendorbook.trail.signatures.wire import Reader

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

FEWEST_BITS = 2048
_ON_HARDWARE = "@openssh.com"
_IS_PRESENT = 1
_ACCEPTED = {
    "ssh-ed25519": ("ssh-ed25519",),
    "ecdsa-sha2-nistp256": ("ecdsa-sha2-nistp256",),
    "ecdsa-sha2-nistp384": ("ecdsa-sha2-nistp384",),
    "ecdsa-sha2-nistp521": ("ecdsa-sha2-nistp521",),
    "ssh-rsa": ("rsa-sha2-256", "rsa-sha2-512"),
    "sk-ssh-ed25519@openssh.com": ("sk-ssh-ed25519@openssh.com",),
    "sk-ecdsa-sha2-nistp256@openssh.com": ("sk-ecdsa-sha2-nistp256@openssh.com",),
}
"""By the type of a key, how it may sign. Not here: DSA, RSA with SHA-1, and certificates, which name other keys."""


def weakness(public_key: bytes, by_key: bytes) -> str:
    """The name of what is not accepted about a key or how it signed; empty where all is."""
    try:
        kind, how = _name(public_key), _name(by_key)
    except ValueError:
        return "SSH"
    if kind not in _ACCEPTED:
        return "DSA" if kind == "ssh-dss" else "SSH"
    if how not in _ACCEPTED[kind]:
        return "RSA, SHA-1" if how == "ssh-rsa" else "SSH"
    return "RSA < 2048" if kind == "ssh-rsa" and _bits(public_key) < FEWEST_BITS else ""


def fits(public_key: bytes, by_key: bytes, data: bytes) -> bool:
    """Whether the key made this of the data. Both are of an accepted algorithm."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        reader = Reader(by_key)
        how, made = reader.string().decode("ascii"), reader.string()
        if how.endswith(_ON_HARDWARE):
            data = _on_hardware(public_key, reader, data)
        reader.ends()
        _verify(how, public_key, made, data)
    except (ValueError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _on_hardware(public_key: bytes, reader: Reader, data: bytes) -> bytes:
    """What a security key signs instead: with the application, and whether somebody touched it, which they have to."""
    flags, counter = reader.taken(1), reader.taken(4)
    if not flags[0] & _IS_PRESENT:
        raise ValueError("nobody was there")
    return hashlib.sha256(_application(public_key)).digest() + flags + counter + hashlib.sha256(data).digest()


def _application(public_key: bytes) -> bytes:
    reader = Reader(public_key)
    for _ in range(3 if b"ecdsa" in reader.string() else 2):
        last = reader.string()
    reader.ends()
    return last


def _verify(how: str, public_key: bytes, made: bytes, data: bytes) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
    from cryptography.hazmat.primitives.serialization import load_ssh_public_key

    key = load_ssh_public_key(_line(public_key))
    if isinstance(key, ed25519.Ed25519PublicKey):
        key.verify(made, data)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        _verify_ecdsa(key, made, data)
    elif isinstance(key, rsa.RSAPublicKey):
        _verify_rsa(key, how, made, data)
    else:
        raise ValueError(how)


def _line(public_key: bytes) -> bytes:
    return _name(public_key).encode() + b" " + b64encode(public_key)


def is_whole(public_key: bytes) -> bool:
    """Whether it is a key at all; of those that are not accepted, only that they say what they are."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_ssh_public_key

    try:
        if _name(public_key) in _ACCEPTED:
            load_ssh_public_key(_line(public_key))
    except (ValueError, UnsupportedAlgorithm):
        return False
    return True


def _verify_ecdsa(key: EllipticCurvePublicKey, made: bytes, data: bytes) -> None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    reader = Reader(made)
    signature = encode_dss_signature(reader.integer(), reader.integer())
    reader.ends()
    size = key.curve.key_size
    hash = hashes.SHA256() if size <= 256 else hashes.SHA384() if size <= 384 else hashes.SHA512()
    key.verify(signature, data, ECDSA(hash))


def _verify_rsa(key: RSAPublicKey, how: str, made: bytes, data: bytes) -> None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

    key.verify(made, data, PKCS1v15(), hashes.SHA512() if how == "rsa-sha2-512" else hashes.SHA256())


def _bits(public_key: bytes) -> int:
    reader = Reader(public_key)
    _, _, modulus = reader.string(), reader.integer(), reader.integer()
    return modulus.bit_length()


def _name(data: bytes) -> str:
    return Reader(data).string().decode("ascii")
