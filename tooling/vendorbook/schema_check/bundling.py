"""Several schema files made into one that refers to nothing outside itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple

from vendorbook.schema_check.schema_file import Schema

_REFERENCE = re.compile(r"(?P<file>(?:\.\./)*(?:[a-z-]+/)*[a-z-]+\.schema\.json)?(?:#/\$defs/(?P<name>[a-z0-9_]+))?")
_SUFFIX = ".schema.json"
_FOR_PEOPLE = frozenset({"title", "description", "enumDescriptions", "errorMessage"})

Opened = Callable[[str], Schema]
"""Gives a schema file's content by its path; raises KeyError when there is none."""


class Place(NamedTuple):
    """A schema: a file, or one of the `$defs` of a file."""

    path: str
    name: str

    @property
    def key(self) -> str:
        """What it is called among the `$defs` of a bundle."""
        stem = self.path.removesuffix(_SUFFIX).split("schemas/", 1)[-1].replace("/", ".")
        return f"{stem}:{self.name}" if self.name else stem


class BadReference(Exception):
    """A `$ref` that is none of ours, or leads nowhere."""

    def __init__(self, path: str, reference: str) -> None:
        super().__init__(f"{path}: {reference}")
        self.path = path
        self.reference = reference


class Part(NamedTuple):
    """A schema with each `$ref` rewritten to the `$defs` of a bundle, and where those come from.

    `bare` is the same without what is only said to people; it compiles three times as fast.
    """

    schema: Schema
    bare: Schema
    needs: frozenset[Place]


class Bundler:
    """Makes bundles; a part that several need is rewritten once."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._parts: dict[Place, Part] = {}

    def bundle(self, path: str, *, bare: bool = False) -> Schema:
        """A file's schema with all that it refers to, near or far, under its own `$defs`."""
        top = self._part(Place(path, ""))
        needed = self._all_needed(top)
        parts = {place.key: self._part(place) for place in sorted(needed)}
        defs = {key: _within(part.bare if bare else part.schema) for key, part in parts.items()}
        schema = top.bare if bare else top.schema
        return {**schema, "$defs": defs} if defs else schema

    def _all_needed(self, top: Part) -> set[Place]:
        needed: set[Place] = set()
        waiting = set(top.needs)
        while waiting:
            place = waiting.pop()
            needed.add(place)
            waiting |= self._part(place).needs - needed
        return needed

    def _part(self, place: Place) -> Part:
        if place not in self._parts:
            content = self._opened(place.path)
            own = content["$defs"][place.name] if place.name else content
            needs: set[Place] = set()
            schema = {
                key: self._rewritten(key, value, place.path, needs) for key, value in own.items() if key != "$defs"
            }
            self._parts[place] = Part(schema, _bare(schema), frozenset(needs))
        return self._parts[place]

    def _rewritten(self, key: str, value: Any, path: str, needs: set[Place]) -> Any:
        if isinstance(value, dict):
            return {below: self._rewritten(below, part, path, needs) for below, part in value.items()}
        if isinstance(value, list):
            return [self._rewritten("", part, path, needs) for part in value]
        if key != "$ref":
            return value
        target = self._target(value, path)
        needs.add(target)
        return f"#/$defs/{target.key}"

    def _target(self, reference: str, path: str) -> Place:
        match = _REFERENCE.fullmatch(reference)
        if match is None or not reference:
            raise BadReference(path, reference)
        target = Place(normpath(join(dirname(path), match["file"])) if match["file"] else path, match["name"] or "")
        try:
            content = self._opened(target.path)
        except KeyError:
            raise BadReference(path, reference) from None
        if target.name and target.name not in content.get("$defs", {}):
            raise BadReference(path, reference)
        return target


def _within(schema: Schema) -> Schema:
    """A part does not name its dialect again: jsonschema would go on with a validator that is not ours."""
    return {key: value for key, value in schema.items() if key != "$schema"}


def _bare(value: Any, *, of_names: bool = False) -> Any:
    """A schema without its annotations. The keys of `properties` are names, even where they read like one."""
    if isinstance(value, list):
        return [_bare(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _bare(part, of_names=not of_names and key == "properties")
        for key, part in value.items()
        if of_names or not (key in _FOR_PEOPLE or key.startswith("x-"))
    }
