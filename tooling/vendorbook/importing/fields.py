"""The fields that a column may be about: `supplier.…` of the supplier's record, all others of the engagement's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cached_property
from importlib.resources import files
from typing import Any, NamedTuple

from vendorbook import yaml_source
from vendorbook.importing.naming import same
from vendorbook.model import Plain, Text
from vendorbook.schema_check import Schemas, walking

Way = tuple[str | int, ...]
_PREFIX = "supplier."


class Shape(Enum):
    """What kind of value a field takes."""

    DAY = "day"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    TYPES = "types"  # services: items of `id` and `type`
    SYSTEMS = "systems"
    NAMED = "named"  # items of `id` and `name`
    PERSON = "person"
    COUNTRY = "country"
    CURRENCY = "currency"
    TEXT = "text"
    BLOCK = "block"


class Target(NamedTuple):
    """A field: the kind of its record, its way there, what it takes, and the values that it may have by their names.

    `words` are what the schema calls each of these values. `items` are the fields of each of its blocks, where it is a
    list of blocks; `may_be_none` says whether it may be `{none: reason}` instead.
    """

    name: str
    kind: str
    way: Way
    shape: Shape
    choices: Mapping[str, str]
    words: Mapping[str, Text]
    title: Text
    may_be_none: bool
    items: Mapping[str, Target]


class Targets:
    """The fields that the schemas know, by name."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._found: dict[str, Target] = {}

    def __getitem__(self, name: str) -> Target:
        """Raises KeyError where there is no such field."""
        if name not in self._found:
            self._found[name] = self._target(name)
        return self._found[name]

    def __contains__(self, name: str) -> bool:
        try:
            return self[name] is not None
        except KeyError:
            return False

    def _target(self, name: str) -> Target:
        kind = "supplier" if name.startswith(_PREFIX) else "engagement"
        way = tuple(int(step) if step.isdigit() else step for step in name.removeprefix(_PREFIX).split("."))
        bundle = self._schemas.bundle(kind)
        parts = list(walking.at(bundle, way))
        if not parts:
            raise KeyError(name)
        inner = list(walking.at(bundle, (*way, 0)))
        shape = _shape(parts, inner, way)
        chosen = (*way, 0, "type") if shape is Shape.TYPES else way if shape is Shape.CHOICE else (*way, 0)
        choices = _choices(bundle, chosen)
        words = {each: walking.word(bundle, chosen, each) or Text(each, each) for each in choices.values()}
        title = walking.title(bundle, way) or Text(name, name)
        items = {key: self[f"{name}.0.{key}"] for key in _keys(inner)} if shape in (Shape.TYPES, Shape.NAMED) else {}
        return Target(name, kind, way, shape, choices, words, title, "none" in _keys(parts), items)


def _shape(parts: list[Any], inner: list[Any], way: Way) -> Shape:
    types = {each for part in parts for each in _types(part)}
    patterns = {str(part.get("pattern", "")) for part in parts}
    if "array" in types:
        return _shape_of_list(inner, way)
    simple = {"boolean": Shape.FLAG, "number": Shape.NUMBER, "integer": Shape.NUMBER}
    for type, shape in simple.items():
        if type in types:
            return shape
    if any("enum" in part for part in parts):
        return Shape.CHOICE
    if any(part.get("format") == "date" for part in parts):
        return Shape.DAY
    by_pattern = {"^s-": Shape.PERSON, "^[A-Z]{2}$": Shape.COUNTRY, "^[A-Z]{3}$": Shape.CURRENCY}
    for start, shape in by_pattern.items():
        if any(pattern.startswith(start) for pattern in patterns):
            return shape
    return Shape.TEXT if "string" in types else Shape.BLOCK


def _keys(parts: list[Any]) -> list[str]:
    return list(dict.fromkeys(name for part in parts for name in part.get("properties", {})))


def _shape_of_list(inner: list[Any], way: Way) -> Shape:
    names = set(_keys(inner))
    if any("enum" in part for part in inner):
        return Shape.CHOICES
    if {"id", "type"} <= names:
        return Shape.TYPES
    if {"id", "name"} <= names:
        return Shape.NAMED
    return Shape.SYSTEMS if way[-1] == "systems" else Shape.BLOCK


def _types(part: Mapping[str, Any]) -> list[str]:
    stated = part.get("type", [])
    return [stated] if isinstance(stated, str) else list(stated)


def _choices(bundle: Any, way: Way) -> dict[str, str]:
    """Every value of the few that may stand there, by itself and by what the schema calls it in both languages."""
    found: dict[str, str] = {}
    for part in walking.at(bundle, way):
        values = [str(value) for value in part.get("enum", ())]
        for names in (values, part.get("enumDescriptions", ()), part.get("x-en", {}).get("enumDescriptions", ())):
            found |= {same(name): value for name, value in zip(names, values, strict=False)}
    return found


class Known:
    """Data of this package: headings that are known, and words for what the schemas call otherwise."""

    @cached_property
    def headings(self) -> Mapping[str, tuple[str, ...]]:
        """Field to its headings; the first two are those of the template, in Chinese and in English."""
        return dict(_lists("known.yaml"))

    @cached_property
    def fields(self) -> Mapping[str, tuple[str]]:
        """The field of each heading, and of its own name, as `same` has them."""
        return {same(each): (name,) for name, headings in self.headings.items() for each in (name, *headings)}

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What is meant by a word, as `same` has it."""
        return {same(word): meant for meant, words in _lists("words.yaml") for word in (meant, *words)}


def _lists(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    data = (files(__package__) / name).read_bytes()
    read: Plain = yaml_source.read(data, name).value
    assert isinstance(read, dict)  # noqa: S101  # a file of this package
    for key, values in read.items():
        assert isinstance(values, list)  # noqa: S101
        yield key, tuple(map(str, values))


KNOWN = Known()
