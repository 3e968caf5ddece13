"""What a self-contained schema says of a place in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vendorbook.model import Text
from vendorbook.schema_check.schema_file import Schema

_BRANCHES = ("then", "else")


def at(schema: Schema, way: Sequence[str | int]) -> Iterator[Schema]:
    """Each part of the schema that speaks of the value at a way, whatever the conditions it stands under.

    An index may be left out: `risks.controls` means the controls of every risk.
    """
    parts = [schema]
    for step in way:
        parts = [below for part in parts for below in _below(schema, part, step)]
    for part in parts:
        yield from _same(schema, part)


def title(schema: Schema, way: Sequence[str | int]) -> Text | None:
    """What the schema calls the value at a way."""
    for part in at(schema, way):
        if "title" in part:
            return Text(part["title"], part["x-en"]["title"])
    return None


def description(schema: Schema, way: Sequence[str | int]) -> Text | None:
    """What the schema tells of the value at a way."""
    for part in at(schema, way):
        if "description" in part and "description" in part.get("x-en", {}):
            return Text(part["description"], part["x-en"]["description"])
    return None


def word(schema: Schema, way: Sequence[str | int], value: object) -> Text | None:
    """What the schema calls one of the few values that may stand at a way."""
    for part in at(schema, way):
        if value in part.get("enum", ()) and "enumDescriptions" in part:
            index = part["enum"].index(value)
            en = part.get("x-en", {}).get("enumDescriptions", part["enum"])
            return Text(part["enumDescriptions"][index], en[index])
    return None


def confidential(schema: Schema, way: Sequence[str | int]) -> bool:
    """Whether the value at a way, or anything that it is part of, must not leave the firm."""
    return any(
        part.get("x-confidential") is True for length in range(1, len(way) + 1) for part in at(schema, way[:length])
    )


def confidential_names(schema: Any) -> set[str]:
    """The keys of all values, wherever they stand, that must not leave the firm."""
    if isinstance(schema, list):
        return {name for part in schema for name in confidential_names(part)}
    if not isinstance(schema, dict):
        return set()
    fields = schema.get("properties", {})
    own = {name for name, part in fields.items() if isinstance(part, dict) and part.get("x-confidential") is True}
    return own | {name for part in schema.values() for name in confidential_names(part)}


def _same(schema: Schema, part: Any) -> Iterator[Schema]:
    """The part, and all that it refers to or that may apply to the same value."""
    if not isinstance(part, dict):
        return
    yield part
    beside = [part[key] for key in _BRANCHES if key in part] + list(part.get("allOf", ()))
    if "$ref" in part:
        beside.insert(0, _target(schema, part["$ref"]))
    for other in beside:
        yield from _same(schema, other)


def _below(schema: Schema, part: Schema, step: str | int) -> Iterator[Schema]:
    for same in _same(schema, part):
        if isinstance(step, int):
            yield from [same["items"]] if "items" in same else []
        elif step in same.get("properties", {}):
            yield same["properties"][step]
        elif isinstance(same.get("additionalProperties"), dict):
            yield same["additionalProperties"]
        elif "items" in same:
            yield from _below(schema, same["items"], step)


def _target(schema: Schema, reference: str) -> Any:
    return schema if reference == "#" else schema["$defs"][reference.removeprefix("#/$defs/")]
