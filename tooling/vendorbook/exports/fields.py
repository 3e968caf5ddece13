"""Columns that are fields of records: titles, and what must not leave the firm, are the schema's to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vendorbook.exports.tabular import Cell, Column, Kind, Row, Table
from vendorbook.model import Node, Text
from vendorbook.schema_check import Schemas


class Field(NamedTuple):
    """A field by its dotted path below the item that a row is about; `name` where the column has another one."""

    path: str
    kind: Kind = Kind.TEXT
    name: str = ""

    @property
    def column(self) -> str:
        return self.name or self.path.replace(".", "_")


class Place(NamedTuple):
    """Where the rows of a table are: a kind of file (engagement, journal/audit), and the way to each item in it."""

    kind: str
    under: str = ""


def columns(schemas: Schemas, place: Place, fields: Iterable[Field]) -> list[Column]:
    return [
        Column(each.column, title(schemas, place, each.path), each.kind, _hidden(schemas, place, each.path))
        for each in fields
    ]


def title(schemas: Schemas, place: Place, path: str) -> Text:
    """What the schema calls a field, after what it calls the blocks between the item and the field."""
    steps = path.split(".")
    ways = [".".join(steps[: count + 1]) for count in range(len(steps))]
    said = [schemas.title_of(place.kind, _way(place, way)) or Text(way, way) for way in ways]
    return Text("：".join(each.zh_tw for each in said), ": ".join(each.en for each in said))


def cells(item: Node, fields: Iterable[Field]) -> Row:
    return tuple(cell(item, each) for each in fields)


def cell(item: Node, field: Field) -> Cell:
    """The value of a field; None where it is not stated, or is stated in another form (such as `{none: reason}`)."""
    value = item.plain(field.path)
    match field.kind:
        case Kind.DATE:
            return item.date(field.path)
        case Kind.BOTH:
            return _both(item, field.path)
        case Kind.LIST:
            return tuple(map(str, value)) if isinstance(value, list) else None
        case Kind.FLAG:
            return value if isinstance(value, bool) else None
        case Kind.NUMBER | Kind.COUNT:
            return value if isinstance(value, int | float) and not isinstance(value, bool) else None
        case Kind.TEXT:
            return value if isinstance(value, str) else None


def table(
    name: str,
    said: Text,
    schemas: Schemas,
    place: Place,
    fields: Sequence[Field],
    keys: Sequence[Column],
    roots: Iterable[tuple[Row, Node]],
) -> Table:
    """A row for each item of each root; `keys` are the columns before the fields, and each root's row their cells."""
    rows = [(*key, *cells(item, fields)) for key, root in roots for item in _items(root, place.under)]
    return Table(name, said, [*keys, *columns(schemas, place, fields)], rows)


def _items(root: Node, under: str) -> Iterator[Node]:
    return root.find(under) if under else iter([root])


def _hidden(schemas: Schemas, place: Place, path: str) -> bool:
    return schemas.confidential(place.kind, [step.removesuffix("[]") for step in _way(place, path).split(".")])


def _way(place: Place, path: str) -> str:
    return f"{place.under}.{path}" if place.under else path


def _both(item: Node, path: str) -> Text | None:
    said = Text(item.text(f"{path}.zh-TW"), item.text(f"{path}.en"))
    return said if any(said) else None
