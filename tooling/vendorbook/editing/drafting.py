"""A new file: the fields that are known, the others as comments that say what belongs there, in the schema's order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from vendorbook.editing.fields import Fields
from vendorbook.editing.house import dumped, node_of, scalar
from vendorbook.editing.parts import MODELINE, Way
from vendorbook.model import Plain

_WIDEST = 120
_APART = ("engagement",)
"""Kinds whose blocks at the top have an empty line between them, and are too long to be shown before they are begun."""

_DEEPEST = 3
"""Levels of a block that is still to be written that are shown."""


class Notes(NamedTuple):
    """Comments, by the way of what they are about: lines above it, or one beside it."""

    above: Mapping[Way, list[str]] = {}
    beside: Mapping[Way, str] = {}


def drafted(fields: Fields, path: str, values: dict[str, Plain], notes: Notes = Notes()) -> str:  # noqa: B008  # never changed
    """The text of a new file at a path of the register."""
    up = "../" * path.count("/")
    lines = [f"{MODELINE} $schema={up}schemas/{fields.kind}.schema.json", *_commented(notes.above.get((), []))]
    return "\n".join([*lines, *_Draft(fields, notes).block((), values, 0)]) + "\n"


def fragment(key: str, value: Plain, indent: int = 0) -> list[str]:
    """The lines of one field; a mapping at the top is a block, to which more will be added."""
    lines = _plainly(key, value, indent)
    if not indent and isinstance(value, dict) and value:
        lines = [f"{scalar(key)}:", *_below(value, 0)]
    return [" " * indent + line if line else "" for line in lines]


def item(value: Plain, indent: int) -> list[str]:
    """The lines of one item of a list, its dash at the indent."""
    lines = fragment("x", [value], indent - 2)
    return lines[1:] if len(lines) > 1 else [f"{' ' * indent}- {_in_brackets(value)}"]


class _Draft:
    def __init__(self, fields: Fields, notes: Notes) -> None:
        self._fields = fields
        self._notes = notes

    def block(self, way: Way, value: dict[str, Plain], indent: int) -> Iterator[str]:
        pad = " " * indent
        for key in self._fields.names(way):
            below = (*way, key)
            if (
                not way
                and key in value
                and isinstance(value[key], dict)
                and self._fields.kind in _APART
                and len(value) > 2
            ):
                yield from [""] if self._fields.names(below) and key != "title" else []
            yield from (pad + line for line in _commented(self._notes.above.get(below, [])))
            if key in value:
                yield from self._field(below, value[key], indent)
            else:
                yield from (
                    f"{pad}# {line}" for line in self._blank(below, 0 if self._fields.kind in _APART else _DEEPEST)
                )

    def _field(self, way: Way, value: Plain, indent: int) -> Iterator[str]:
        pad, key, names = " " * indent, str(way[-1]), self._fields.names(way)
        beside = self._beside(way)
        if isinstance(value, dict) and set(names) - set(value) and "none" not in value:
            yield f"{pad}{key}:{beside}"
            yield from self.block(way, value, indent + 2)
        elif isinstance(value, list) and self._has_notes(way):
            yield f"{pad}{key}:{beside}"
            for index, each in enumerate(value):
                yield from (f"{pad}  {line}" for line in _commented(self._notes.above.get((*way, index), [])))
                lines = item(each, indent + 2)
                yield lines[0] + self._beside((*way, index)) if len(lines) == 1 else lines[0]
                yield from lines[1:]
        elif isinstance(value, dict) and self._has_notes(way):
            yield f"{pad}{key}:{beside}"
            yield from self.block(way, value, indent + 2)
        else:
            lines = [pad + line if line else "" for line in _plainly(key, value, indent)]
            yield lines[0] + beside
            yield from lines[1:]

    def _blank(self, way: Way, deeper: int) -> Iterator[str]:
        """`rules: # …`, and what is in it: without the `#` before it, it is the field, still to be filled."""
        field = self._fields.at(way)
        choices = f" ({' | '.join(field.choices)})" if field.choices else ""
        colon = "：" if self._fields.says_chinese else ": "
        about = field.title if field.description == field.title else f"{field.title}{colon}{field.description}"
        yield f"{way[-1]}: # {about}{choices}"
        is_list = "array" in field.types
        inner = (*way, 0) if is_list else way
        names = self._fields.names(inner) if deeper and way[-1] != "evidence" else []
        for number, name in enumerate(names):
            start = ("  - " if number == 0 else "    ") if is_list else "  "
            lines = self._blank((*inner, name), deeper - 1)
            yield from (f"{start if n == 0 else ' ' * len(start)}{line}" for n, line in enumerate(lines))

    def _beside(self, way: Way) -> str:
        note = self._notes.beside.get(way)
        return f" # {note}" if note else ""

    def _has_notes(self, way: Way) -> bool:
        return any(each[: len(way)] == way and each != way for each in (*self._notes.above, *self._notes.beside))


def _commented(lines: list[str]) -> list[str]:
    return [f"# {line}".rstrip() for line in lines]


def _plainly(key: str, value: Plain, indent: int) -> list[str]:
    if isinstance(value, dict | list) and not _fits(key, value, indent):
        return [f"{scalar(key)}:", *_below(value, indent)]
    node = {key: value}
    return [f"{scalar(key)}: {_in_brackets(value)}"] if isinstance(value, dict | list) else _dumped(node)


def _below(value: dict[str, Plain] | list[Plain], indent: int) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from (f"  {line}" if line else "" for line in _plainly(key, below, indent + 2))
        return
    for each in value:
        if not isinstance(each, dict | list) or _fits("", each, indent + 4):
            lines = _dumped([each]) if not isinstance(each, dict | list) else [f"  - {_in_brackets(each)}"]
        else:
            inner = list(_below(each, indent + 2))
            lines = [f"  - {inner[0].lstrip()}", *(f"  {line}" if line else "" for line in inner[1:])]
        yield from lines


def _dumped(value: Plain) -> list[str]:
    return _text(json.dumps(value), flow=False).rstrip("\n").split("\n")


def _in_brackets(value: Plain) -> str:
    if not isinstance(value, dict | list):
        return _dumped([value])[0].removeprefix("  - ") if value != "" else '""'
    return _text(json.dumps(value), flow=True).strip()


@lru_cache(maxsize=20_000)
def _text(value: str, *, flow: bool) -> str:
    """Of a value in JSON. Hundreds of drafts say much the same, and each is drafted before it is written."""
    return dumped(node_of(json.loads(value), flow=flow))


def _fits(key: str, value: dict[str, Plain] | list[Plain], indent: int) -> bool:
    """Whether a block is shown best on one line: it is short, and what is in it is simple."""
    parts = list(value.values()) if isinstance(value, dict) else value
    if any("\n" in part for part in parts if isinstance(part, str)):
        return False
    if isinstance(value, list) and any(isinstance(part, dict | list) for part in parts):
        return False
    if any(isinstance(part, dict | list) and any(isinstance(x, dict | list) for x in _inner(part)) for part in parts):
        return False
    return indent + len(key) + 2 + len(_in_brackets(value)) <= _WIDEST


def _inner(part: dict[str, Plain] | list[Plain]) -> list[Plain]:
    return list(part.values()) if isinstance(part, dict) else part
