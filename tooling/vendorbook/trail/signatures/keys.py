"""The public keys that count, whose they are, and on which days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vendorbook.model import Node

FORGE = "forge"
"""The holder of the forge's keys; everybody else's is a staff id."""


class TrustedKey(NamedTuple):
    """A public key as the rules state it. `kind` is `openpgp` (armoured text) or `ssh` (one OpenSSH line).

    It counts from `first` to `last`, both included; a day left out sets no limit.
    """

    kind: str
    text: str
    holder: str
    first: date | None = None
    last: date | None = None

    def valid_on(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def forge_keys(trail: Node) -> list[TrustedKey]:
    """The keys with which the forge signs merges, of `Rulebook.trail`; none where the firm states none."""
    return [
        TrustedKey(key.text("kind"), key.text("key"), FORGE, key.date("from"), key.date("until"))
        for key in trail.find("forge.keys[]")
    ]


def keys_of_people(people: Mapping[str, Node]) -> list[TrustedKey]:
    """The keys of all people of a rulebook, each as long as it counts and its holder is with the firm."""
    return [_of(id, person, key) for id, person in people.items() for key in person.find("keys[]")]


def _of(id: str, person: Node, key: Node) -> TrustedKey:
    firsts = [day for day in (person.date("from"), key.date("from")) if day]
    lasts = [day for day in (person.date("until"), key.date("until")) if day]
    return TrustedKey("ssh", key.text("key"), id, max(firsts, default=None), min(lasts, default=None))
