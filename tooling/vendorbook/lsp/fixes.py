"""Mending what needs no deciding, one place at a time: a slip of spelling, a missing quote, an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lsprotocol.types import Diagnostic, Range

from vendorbook.lsp.focus import Document
from vendorbook.lsp.known import ids, kinds_at
from vendorbook.lsp.lines import Lines
from vendorbook.lsp.outline import Spot, word_at
from vendorbook.lsp.texts import Texts
from vendorbook.model import Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.repository.layout import record_of
from vendorbook.schema_check import Schema, kind_of, walking
from vendorbook.schema_check.wording import did_you_mean

_TRUTHS = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
_BOM = "\ufeff"
_DAY = len("2026-01-05")


class Fix(NamedTuple):
    """What to write in place of what."""

    title: Text
    over: Range
    text: str


class _Place(NamedTuple):
    at: Spot
    word: str
    row: int
    lines: Lines

    @property
    def line(self) -> str:
        return self.lines.rows[self.row]

    @property
    def is_quoted(self) -> bool:
        return self.line[self.at.start : self.at.start + 1] in ("'", '"')

    def instead(self, text: str) -> Fix:
        end = self.at.start + len(self.word) + 2 * self.is_quoted
        said = Text(f"改為 {text}", f"change to {text}")
        return Fix(said, self.lines.range_of(self.row, self.at.start, end), text)


def fixes(found: Diagnostic, file: Document, lines: Lines, book: Rulebook, texts: Texts) -> Iterator[Fix]:
    """What would mend a finding; mostly nothing, since most ask for a decision."""
    row, column = lines.place_of(found.range.start)
    place = _Place(*word_at(lines.rows, row, column), row, lines)
    kind = kind_of(file.path)
    if kind is None or kind not in book.schemas.kinds or (not place.word and found.code != "record-is-readable"):
        return
    schema = book.schemas.bundle(kind)
    if found.code == "record-is-readable":
        yield from _readable(place, schema)
    elif found.code == "record-matches-schema":
        yield from _of_shape(place, schema)
    elif found.code == "ids-match-their-place":
        yield from _as_the_place_says(place, file.path, kind)
    elif found.code == "references-resolve":
        known = (id for what in kinds_at(kind, place.at.way, book) for id in ids(what, file, place.at.way, book, texts))
        yield from _alike(place, known)


def _readable(place: _Place, schema: Schema) -> Iterator[Fix]:
    line, row, lines = place.line, place.row, place.lines
    if line.startswith(_BOM):
        yield Fix(Text("刪除 BOM", "delete the byte order mark"), lines.range_of(row, 0, 1), "")
    elif line and not line.strip(" "):
        yield Fix(Text("刪除空格", "delete the spaces"), lines.range_of(row, 0, len(line)), "")
    elif row == len(lines.rows) - 1 and line:
        said = Text("補上最後的換行", "end the last line")
        yield Fix(said, lines.range_of(row, len(line), len(line)), "\n")
    elif place.word.isascii() and place.word.isprintable() and _is_plain_scalar(place):
        if meant := _TRUTHS.get(place.word.lower()) if _is_truth(schema, place.at) else None:
            yield place.instead(meant)
        else:
            yield place.instead(f'"{place.word}"')


def _is_plain_scalar(place: _Place) -> bool:
    """A word like 010 or 1:30; what begins with a sign of YAML's needs more than quotes."""
    return not place.at.is_key and not place.is_quoted and place.word[:1].isalnum() and '"' not in place.word


def _is_truth(schema: Schema, at: Spot) -> bool:
    return any(part.get("type") == "boolean" for part in walking.at(schema, at.way))


def _of_shape(place: _Place, schema: Schema) -> Iterator[Fix]:
    parts = list(walking.at(schema, place.at.way[:-1] if place.at.is_key else place.at.way))
    if place.at.is_key:
        yield from _alike(place, (name for part in parts for name in part.get("properties", {})))
        return
    yield from _alike(place, (str(value) for part in parts for value in part.get("enum", ())))
    types = {str(part["type"]) for part in parts if "type" in part}
    if types == {"boolean"} and place.word.lower() in {"true", "false", *_TRUTHS}:
        yield place.instead(_TRUTHS.get(place.word.lower(), place.word.lower()))
    elif types == {"string"} and not place.is_quoted and place.word.replace(".", "", 1).isdecimal():
        yield place.instead(f'"{place.word}"')


def _alike(place: _Place, known: Iterable[str]) -> Iterator[Fix]:
    names = list(dict.fromkeys(known))
    if place.word not in names and (meant := did_you_mean(place.word, names)):
        yield place.instead(meant)


def _as_the_place_says(place: _Place, path: str, kind: str) -> Iterator[Fix]:
    name = path.rpartition("/")[2]
    said = {"id": record_of(path).rpartition("/")[2], "kind": kind.removeprefix("journal/"), "date": name[:_DAY]}
    field = str(place.at.way[-1]) if place.at.way else ""
    if len(place.at.way) == 1 and field in said and not place.at.is_key:
        yield place.instead(said[field])
