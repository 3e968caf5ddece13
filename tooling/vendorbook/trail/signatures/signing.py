"""Signing as git's SSH signatures are made, with an Ed25519 key: the same key and text give the same signature."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

from vendorbook.model import CannotJudge, Text
from vendorbook.trail.signatures.sshsig import NAMESPACE, SshSignature, armoured, signed_bytes
from vendorbook.trail.signatures.wire import string

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_TYPE = b"ssh-ed25519"
_HASH = b"sha512"
_LARGEST = 16 * 1024


class Signer:
    """One private key, held in memory."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self._blob = string(_TYPE) + string(key.public_key().public_bytes_raw())

    @classmethod
    def from_file(cls, path: Path) -> Signer:
        """The key in a file of OpenSSH's form. Raises CannotJudge for one with a passphrase, or of another kind."""
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_ssh_private_key

        try:
            with path.open("rb") as file:
                key = load_ssh_private_key(file.read(_LARGEST), password=None)
        except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
            raise CannotJudge(_unusable(path)) from None
        if not isinstance(key, Ed25519PrivateKey):
            raise CannotJudge(_unusable(path))
        return cls(key)

    @classmethod
    def from_seed(cls, seed: bytes) -> Signer:
        """The key of 32 bytes: for the demonstration, whose keys are the same every time and protect nothing."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def public_key(self) -> str:
        """As `policies/people.yaml` states it, without a comment."""
        return f"{_TYPE.decode()} {b64encode(self._blob).decode()}"

    def sign(self, payload: bytes, namespace: bytes = NAMESPACE) -> str:
        """The armoured signature for a commit (`gpgsig`) or for the end of a tag; of a file, with its own namespace."""
        made = self._key.sign(signed_bytes(namespace, _HASH, payload))
        return armoured(SshSignature(self._blob, namespace, _HASH, string(_TYPE) + string(made)))


def _unusable(path: Path) -> Text:
    return Text(
        f"{path} 不是可用之簽章私鑰；請提供 OpenSSH 格式、未設通行碼之 Ed25519 私鑰（ssh-keygen -t ed25519）",
        f"{path} is no key to sign with; give an Ed25519 key of OpenSSH's (ssh-keygen -t ed25519) without a passphrase",
    )
