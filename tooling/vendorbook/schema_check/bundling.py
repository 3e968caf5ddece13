"""Several schema files made into one that refers to nothing outside itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath
from typing import Any

from vendorbook.schema_check.schema_file import Schema

_REFERENCE = re.compile(
    r"(?P<file>(?:\.\./)*(?:[a-z-]+/)*[a-z-]+\.schema\.json)?(?:#/\$defs/(?P<name>[a-z0-9_]+))?"
)
_SUFFIX = ".schema.json"

Opened = Callable[[str], Schema]
"""Gives a schema file's content by its path; raises KeyError when there is none."""


class BadReference(Exception):
    """A `$ref` that is none of ours, or leads nowhere: its file, the way to it and its text."""

    def __init__(self, path: str, way: tuple[str | int, ...], reference: object) -> None:
        super().__init__(f"{path}: {reference}")
        self.path = path
        self.way = way
        self.reference = reference


def bundled(start: str, opened: Opened) -> Schema:
    """The schema of a file, with all that it refers to under its own `$defs` and each `$ref` rewritten to there."""
    bundle = _Bundle(start, opened)
    top = bundle.rewritten({key: part for key, part in opened(start).items() if key != "$defs"}, start, ())
    while bundle.waiting:
        name, (path, way) = bundle.waiting.popitem()
        part = opened(path)
        for step in way:
            part = part[step]
        part = {key: value for key, value in part.items() if key not in ("$schema", "$defs")}
        bundle.parts[name] = bundle.rewritten(part, path, way)
    return {**top, "$defs": dict(sorted(bundle.parts.items()))} if bundle.parts else top


class _Bundle:
    """What is already in, and what is still to be brought in."""

    def __init__(self, start: str, opened: Opened) -> None:
        self.start = start
        self.opened = opened
        self.parts: dict[str, Any] = {}
        self.waiting: dict[str, tuple[str, tuple[str, ...]]] = {}

    def rewritten(self, part: Any, path: str, way: tuple[str | int, ...]) -> Any:
        if isinstance(part, dict):
            return {key: self._rewritten_under(key, value, path, (*way, key)) for key, value in part.items()}
        if isinstance(part, list):
            return [self.rewritten(item, path, (*way, index)) for index, item in enumerate(part)]
        return part

    def _rewritten_under(self, key: str, value: Any, path: str, way: tuple[str | int, ...]) -> Any:
        if key == "$ref" and isinstance(value, str):
            return self._renamed(value, path, way)
        return self.rewritten(value, path, way)

    def _renamed(self, reference: str, path: str, way: tuple[str | int, ...]) -> str:
        match = _REFERENCE.fullmatch(reference)
        if not reference or match is None:
            raise BadReference(path, way, reference)
        file = normpath(join(dirname(path), match["file"])) if match["file"] else path
        name = match["name"] or ""
        try:
            content = self.opened(file)
        except KeyError:
            raise BadReference(path, way, reference) from None
        if name and name not in content.get("$defs", {}):
            raise BadReference(path, way, reference)
        if file == self.start and not name:
            return "#"
        return f"#/$defs/{self._bring_in(file, name)}"

    def _bring_in(self, file: str, name: str) -> str:
        known = _called(file, name)
        if known not in self.parts:
            self.parts[known] = None
            self.waiting[known] = (file, ("$defs", name) if name else ())
        return known


def _called(file: str, name: str) -> str:
    stem = file.removesuffix(_SUFFIX).split("schemas/", 1)[-1].replace("/", ".")
    return f"{stem}:{name}" if name else stem
