"""Stated keys that can never verify anything: better said than found out when a signature is not accepted."""

from __future__ import annotations

from vendorbook.model import Text
from vendorbook.trail.signatures.keys import TrustedKey


def fault(key: TrustedKey) -> Text | None:
    """What is wrong with a key that the rules state; None where signatures can be verified with it."""
    if key.kind == "ssh":
        from vendorbook.trail.signatures.ssh import weakness_of_line

        weak = weakness_of_line(key.text)
        return _NO_KEY if weak is None else _too_weak(weak) if weak else None
    from vendorbook.trail.signatures.certificates import certificates

    found = certificates(key.text)
    usable = any(not weakness for each in found for weakness in each.weaknesses.values())
    return None if usable else _too_weak("OpenPGP") if found else _NO_KEY


def _too_weak(what: str) -> Text:
    return Text(f"公鑰之演算法過弱或不接受：{what}", f"the key's algorithm is too weak, or not accepted: {what}")


_NO_KEY = Text("無法讀取之公鑰", "this is no public key that can be read")
