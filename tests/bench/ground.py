"""Where the contenders meet: a grown register in a temporary folder, and what peers need to read it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.example import Files, example_files
from tests.bench.register_of import register_of, write
from vendorbook.schema_check import Schemas, bundle, kind_of

KNOWN_FORMATS = ("date", "date-time")
"""Formats that every validator knows; others are ours, and left out of what the peers are given."""

# A day or a moment that is a whole value: readers of YAML 1.1 make dates of it, which no schema of ours allows.
_DAY = re.compile(r"(?<=[:\-\[,] )(\d{4}-\d\d-\d\d(?:T[\d:]+[+]\d\d:\d\d)?)(?=[ ]*(?:[,}\]]|[ ]#|$))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ground:
    """A folder with `register`, the same with its days in quotes (`quoted`), the `schemas` as peers are given
    them, and the `example`; and the register's YAML files by kind."""

    folder: Path
    kinds: Mapping[str, tuple[str, ...]]
    files: Files

    @property
    def register(self) -> Path:
        return self.folder / "register"

    @property
    def quoted(self) -> Path:
        return self.folder / "quoted"

    @property
    def example(self) -> Path:
        return self.folder / "example"

    def schema(self, kind: str) -> str:
        return str(self.folder / "schemas" / f"{kind}.schema.json")

    @property
    def count(self) -> int:
        """How many YAML files there are."""
        return sum(len(paths) for paths in self.kinds.values())


def laid_out(folder: Path, engagements: int) -> Ground:
    files = register_of(engagements)
    ground = Ground(folder, _by_kind(files), files)
    write(files, ground.register)
    write({path: _in_quotes(files[path]) for paths in ground.kinds.values() for path in paths}, ground.quoted)
    write(example_files(), ground.example)
    _write_schemas(ground, Schemas({path: data for path, data in files.items() if path.startswith("schemas/")}))
    return ground


def _by_kind(files: Files) -> dict[str, tuple[str, ...]]:
    kinds: dict[str, list[str]] = {}
    for path in sorted(files):
        if path.endswith(".yaml") and (kind := kind_of(path)):
            kinds.setdefault(kind, []).append(path)
    return {kind: tuple(paths) for kind, paths in sorted(kinds.items())}


def _in_quotes(data: bytes) -> bytes:
    return _DAY.sub(r'"\1"', data.decode()).encode()


def _write_schemas(ground: Ground, schemas: Schemas) -> None:
    """As `vendorbook schema bundle` writes them, less the formats that only vendorbook knows."""
    for kind in ground.kinds:
        path = Path(ground.schema(kind))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(_without_own_formats(bundle(schemas, kind)), ensure_ascii=False), encoding="utf-8")


def _without_own_formats(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_own_formats(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _without_own_formats(part)
        for key, part in value.items()
        if not (key == "format" and isinstance(part, str) and part not in KNOWN_FORMATS)
    }
