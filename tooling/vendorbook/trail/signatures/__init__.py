"""Signatures over commits and tags: made by which key, or why they prove nothing.

Verified with the keys that are given and nothing else: no program is run, no keyring and no configuration is read.
"""

from vendorbook.trail.signatures.faults import fault
from vendorbook.trail.signatures.keys import TrustedKey, forge_keys, keys_of_people
from vendorbook.trail.signatures.reasons import Refused
from vendorbook.trail.signatures.signing import Signer
from vendorbook.trail.signatures.verifying import Signed, verify

__all__ = ["Refused", "Signed", "Signer", "TrustedKey", "fault", "forge_keys", "keys_of_people", "verify"]
