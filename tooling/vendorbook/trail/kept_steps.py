"""What was judged of a step once, kept in the user's own cache: a commit's id names all of its history.

Besides it a verdict depends on the tool, on what the evidence, the forge's keys and the reviewers' tags say of the
step, and on how the register lies in the repository: all of it is in the names. Nothing of the repository is read.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import vendorbook
from vendorbook import __version__
from vendorbook.judging import Kept
from vendorbook.repository.packaged import Packaged
from vendorbook.trail.judged import Judged, from_data, to_data
from vendorbook.trail.levels import Witnesses


class KeptSteps:
    """The steps of one register that were judged before, by commit; without a folder to keep them in there are none."""

    def __init__(self, kept: Kept | None, prefix: str) -> None:
        self._kept = kept
        self._name = f"trail {prefix} {tool()}" if kept else ""
        self._data = self._loaded()

    def of(self, commit: str, state: str) -> Judged | None:
        """What is known of a commit in a state."""
        known = self._data.get(commit)
        try:
            return from_data(known[1]) if known and known[0] == state else None
        except (TypeError, ValueError, KeyError, IndexError):
            return None

    def save(self, judged: Iterable[tuple[Judged, str]]) -> None:
        """Adds what can be had again: not what could not be judged, and not what has crashed."""
        fresh = {each.commit: [state, to_data(each)] for each, state in judged if _is_certain(each)}
        if self._kept and fresh:
            self._kept.save(self._name, self._data | fresh)

    def _loaded(self) -> dict[str, Any]:
        data = self._kept.load(self._name) if self._kept else None
        return data if isinstance(data, dict) else {}


def state_of(witnesses: Witnesses) -> str:
    """Names what a step's verdict depends on besides its commit."""
    keys = [[key.kind, key.text, key.holder, str(key.first), str(key.last)] for key in witnesses.forge_keys]
    # As it was parsed it is canonical, so that one entry has one representation.
    said = [keys, repr(witnesses.entry), [tag.id for tag in witnesses.tags]]
    return sha256(json.dumps(said).encode()).hexdigest()[:32]


def _is_certain(judged: Judged) -> bool:
    return judged.unjudged is None and not judged.tracebacks


def tool() -> str:
    """The tool, by its code and by the rules that come with it."""
    digest = sha256(f"{__version__} {platform.python_version()} {Packaged().fingerprint()}".encode())
    for path in sorted(Path(vendorbook.__file__).parent.rglob("*.py")):
        digest.update(path.as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
