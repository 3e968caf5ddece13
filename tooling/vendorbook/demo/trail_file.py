"""The demonstration's policies/trail.yaml: what its trail is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from vendorbook.demo.keys import signer

FILE = "policies/trail.yaml"
_TEXT = """# yaml-language-server: $schema=../schemas/trail.schema.json
# What the trail is judged by afterwards. The key is the demonstration's: WORTHLESS, anybody can make it again.
forge:
  kind: github
  keys:
    - kind: ssh
      key: {key}
      from: 2023-12-01

review:
  approvals: 2
  roles: [unit-head, security, general-manager, board]

required_check:
  name: gate
  app: "15368"
"""


class KnownTip(NamedTuple):
    """A commit that somebody has seen at the tip of the main branch, and when."""

    commit: str
    seen_on: date


def trail_file(tips: Sequence[KnownTip]) -> str:
    """Its text, with the tips that are known by then."""
    listed = "".join(f'  - {{commit: "{tip.commit}", seen_on: {tip.seen_on}}}\n' for tip in tips)
    return _TEXT.format(key=signer("forge").public_key) + (f"\nknown_tips:\n{listed}" if tips else "")
