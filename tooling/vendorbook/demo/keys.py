"""The demonstration's keys: made anew from words that everybody can read here. THEY PROTECT NOTHING, anywhere.

A signature by one of them proves to the demonstration's reader how proof works, and to nobody who did what. No private
key is written down: each is the SHA-256 of a sentence.
"""

from __future__ import annotations

from hashlib import sha256

from vendorbook.trail.signatures import Signer

_SENTENCE = "vendorbook demonstration, worthless by intent: the key of {} ({})"


def signer(holder: str, which: int = 1) -> Signer:
    """The key of somebody (a staff id, or `forge`); `which` counts from 1, for those who have had more than one."""
    return Signer.from_seed(sha256(_SENTENCE.format(holder, which).encode()).digest())
