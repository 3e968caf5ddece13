"""Control files read into Policy values, and the rulebook that a register is judged by."""

from vendorbook.policies.rulebook import Rulebook, digest, load, raw_rules
from vendorbook.policies.waivers import Waiver

__all__ = ["Rulebook", "Waiver", "digest", "load", "raw_rules"]
