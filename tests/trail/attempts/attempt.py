"""What somebody may do to a history, or its honest counterpart, and what `trail verify` says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.trail.world import World

Act = Callable[[World], None]

FORM, CLEAN, ORDER = "changes-come-by-merge", "merges-are-clean", "merges-are-dated-in-order"
REWRITTEN, EVIDENCE = "history-is-never-rewritten", "evidence-is-unbroken"
CHECKPOINT, REQUIRED = "checkpoint-holds", "required-level-is-proved"
LOOSENED = "rules-are-not-loosened-for-a-while"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is done, the status, the policy that finds it (empty: none), and words that have to be said of it."""

    name: str
    act: Act
    status: int = 0
    policy: str = ""
    says: str = ""
