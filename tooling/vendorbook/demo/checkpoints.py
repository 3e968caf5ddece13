"""The demonstration's checkpoints: signed tags by the auditors, at the end of a year."""

from __future__ import annotations

from vendorbook import repository
from vendorbook.demo.keys import signer
from vendorbook.demo.people import key_of
from vendorbook.demo.repository import Growing
from vendorbook.demo.story import Mark
from vendorbook.git.packing import By
from vendorbook.judging import Rules
from vendorbook.repository.memory import Memory
from vendorbook.trail.checkpoints import PREFIX, Checkpoint, message_of
from vendorbook.trail.ledger.appending import AUTHOR


def mark(growing: Growing, at: Mark, start: str, merges: int, evidence: str) -> None:
    """A checkpoint at the tip that there is."""
    rules = {path: growing.content(blob) for path, blob in growing.files.items() if path.startswith(_RULES)}
    digest = Rules(repository.rules_of(Memory(rules))).digest
    message = message_of(Checkpoint(growing.tip, start, merges, evidence, digest))
    name = f"{PREFIX}{at.at.date().isoformat()}"
    sign = signer(at.by, key_of(at.by, at.at.date())).sign
    growing.refs[f"refs/tags/{name}"] = growing.pack.tag(growing.tip, name, By(AUTHOR, at.at), message, sign)


_RULES = ("schemas/", "policies/")
