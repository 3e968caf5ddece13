"""What judging found, kept by content: a unit whose files, rules and day are the same is not read again.

The cache stands in the user's own cache folder, never in the register, so that no change can bring one along.
It is JSON, never code; whatever cannot be read as expected is judged afresh.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from vendorbook import __version__

_KEPT = 8
"""Files kept for a register: one a day, rule set and kind of snapshot."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A unit's results.

    `unit` is the digest of its files and `facts` what it adds to the whole, as JSON text; `first` and `second` are
    the findings of the two stages as data, the second for the whole register of which `whole` is the digest.
    """

    unit: str
    facts: str
    unjudged: list[str]
    first: list[dict[str, Any]]
    second: list[dict[str, Any]]
    whole: str


class Cache:
    """The results for one register; `key` names the rule set, the day and the kind of snapshot."""

    def __init__(self, root: str, *key: str) -> None:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        self._folder = Path(base, "vendorbook", _short(os.path.realpath(root)))
        self._path = self._folder / (_short(__version__, *key) + ".json")

    def load(self) -> dict[str, Kept]:
        """What is kept, by supplier; nothing when there is no cache or it is not as expected."""
        try:
            data = json.loads(self._path.read_bytes())
            return {supplier: Kept(*kept) for supplier, kept in data.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def save(self, kept: Mapping[str, Kept]) -> None:
        """Replaces the file whole; a cache that cannot be written is no reason to fail."""
        data = {key: (k.unit, k.facts, k.unjudged, k.first, k.second, k.whole) for key, k in kept.items()}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=self._folder, delete=False, encoding="utf-8") as file:
                json.dump(data, file, ensure_ascii=False, separators=(",", ":"))
            os.replace(file.name, self._path)
            self._forget_oldest()
        except OSError:
            return

    def _forget_oldest(self) -> None:
        newest = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in newest[_KEPT:]:
            path.unlink(missing_ok=True)


def _short(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:32]
