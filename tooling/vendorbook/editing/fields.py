"""What a kind's schema says of each field: for the files that are written, and for what is asked of their writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from vendorbook.editing.parts import Way
from vendorbook.model import LANGUAGES, Plain
from vendorbook.schema_check import Schema, Schemas, walking


class Field(NamedTuple):
    """A field: its way what it is called and is, and the values that it may have, if they are few."""

    way: Way
    title: str
    description: str
    types: frozenset[str]
    choices: tuple[str, ...]

    @property
    def name(self) -> str:
        return ".".join(map(str, self.way))

    @property
    def is_text(self) -> bool:
        return self.types == {"string"} and not self.choices


class Fields:
    """The fields of one kind of file, told in a language; ways start from the block that they are `within`."""

    def __init__(self, schemas: Schemas, kind: str, lang: str, within: Way = ()) -> None:
        self._bundle: Schema = schemas.bundle(kind)
        self._within = within
        self._lang = lang
        self.kind = kind
        self.says_chinese = lang != "en"

    def names(self, way: Way) -> list[str]:
        """The keys of the block at a way, in their order; not the `none` of what may also be a list."""
        listed = [part["properties"] for part in walking.at(self._bundle, (*self._within, *way)) if _is_block(part)]
        return list(dict.fromkeys(key for each in listed for key in each))

    def at(self, way: Way) -> Field:
        """Raises KeyError where the schema knows no such field."""
        parts = list(walking.at(self._bundle, (*self._within, *way)))
        if not parts:
            raise KeyError(".".join(map(str, way)))
        types = {name for part in parts for name in _types(part)}
        choices = next((tuple(map(str, part["enum"])) for part in parts if "enum" in part), ())
        return Field(way, self._said(parts, "title"), self._said(parts, "description"), frozenset(types), choices)

    def required(self, way: Way, value: Plain) -> Iterator[Field]:
        """The fields that a block at a way must have and has not, down to those that a person can answer."""
        for key in self._required(way):
            below = value.get(key) if isinstance(value, dict) else None
            is_settled = key == "entry" and below is not None  # a correction's, whose kind decides what it must have
            if self._required((*way, key)) and not is_settled:
                yield from self.required((*way, key), {} if below is None else below)
            elif below is None:
                field = self.at((*way, key))
                yield field._replace(title=f"{self.at(way).title}: {field.title}") if key in LANGUAGES else field

    def items_of(self, way: Way) -> Field | None:
        """The `type` of the items of a list that go by `id` and `type`, as services do."""
        return self.at((*way, 0, "type")) if self.names((*way, 0))[:2] == ["id", "type"] else None

    def _required(self, way: Way) -> list[str]:
        parts = (part for part in walking.at(self._bundle, (*self._within, *way)) if _is_block(part))
        return list(dict.fromkeys(key for part in parts for key in part.get("required", ())))

    def _said(self, parts: list[Schema], word: str) -> str:
        for part in parts:
            if word in part:
                return str(part["x-en"][word] if self._lang == "en" else part[word])
        return ""


def _is_block(part: Mapping[str, Any]) -> bool:
    """A mapping and nothing else: what may be a list has only `none` as a mapping."""
    return "properties" in part and part.get("type") == "object"


def _types(part: Mapping[str, Any]) -> list[str]:
    stated = part.get("type", [])
    return [stated] if isinstance(stated, str) else list(stated)
