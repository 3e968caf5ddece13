"""What a good signature proves."""

from __future__ import annotations

from typing import NamedTuple

from vendorbook.trail.signatures.keys import TrustedKey


class Signed(NamedTuple):
    """Signed by this key, which counts for `key.holder`.

    `fingerprint` is `SHA256:…` of an SSH key, or the hexadecimal one of an OpenPGP certificate.
    """

    key: TrustedKey
    fingerprint: str
