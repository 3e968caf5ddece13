"""A folder of results that can be had again: read when they are there, written whole, missed when they are not.

It stands in the user's own cache folder, never in the register, so that no change can bring one along.
It holds JSON, never code; whatever cannot be read is made afresh.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from vendorbook import __version__

_AT_MOST = 32
"""Files kept for a register."""


class Kept:
    """The results for one register, each under a name that says all that it depends on."""

    def __init__(self, root: str) -> None:
        self.root = root
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        self._folder = os.path.join(base, "vendorbook", _short(os.path.realpath(root)))

    def load(self, name: str) -> Any:
        """What was saved under a name, or None."""
        try:
            with open(self._path(name), "rb") as file:
                return json.loads(file.read())
        except (OSError, ValueError):
            return None

    def load_parts(self, name: str) -> Parts | None:
        """What was saved in parts under a name, or None."""
        try:
            with open(self._path(name), "rb") as file:
                return Parts(file.read())
        except (OSError, ValueError, TypeError):
            return None

    def save(self, name: str, data: object) -> None:
        """Saves JSON's types under a name; a folder that cannot be written to is no reason to fail."""
        self._write(name, _json(data))

    def save_parts(self, name: str, parts: Mapping[str, object]) -> None:
        """Saves several things under one name, of which a run may need but a few."""
        self._write(name, "\n".join(map(_json, [list(parts), *parts.values()])))

    def _write(self, name: str, text: str) -> None:
        from tempfile import NamedTemporaryFile

        with suppress(OSError):
            os.makedirs(self._folder, exist_ok=True)
            with NamedTemporaryFile("w", dir=self._folder, delete=False, encoding="utf-8") as file:
                file.write(text)
            os.replace(file.name, self._path(name))
            self._forget_oldest()

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, _short(__version__, name) + ".json")

    def _forget_oldest(self) -> None:
        newest = sorted(Path(self._folder).iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in newest[_AT_MOST:]:
            path.unlink(missing_ok=True)


class Parts(Mapping[str, Any]):
    """What was saved in parts, a line of JSON each, under a line with their names. A part is read when it is asked for.

    One that cannot be read is not there.
    """

    def __init__(self, data: bytes) -> None:
        names, *lines = data.split(b"\n")
        self._lines: dict[str, bytes] = dict(zip(json.loads(names), lines, strict=True))

    def __getitem__(self, name: str) -> Any:
        try:
            return json.loads(self._lines[name])
        except ValueError:
            raise KeyError(name) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _short(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:32]
