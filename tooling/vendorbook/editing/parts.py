"""What a file is made of, line by line: where each part begins, and which comments are about it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from vendorbook import yaml_source
from vendorbook.model import Plain, Source
from vendorbook.model.places import unpack
from vendorbook.yaml_source import events as e

Way = tuple[str | int, ...]
MODELINE = "# yaml-language-server:"
_END: Way = ("", "end")


class Beginning(NamedTuple):
    """Where a key or a value begins; line and column count from 0."""

    line: int
    column: int
    way: Way


class Comment(NamedTuple):
    """A comment, without the spaces before it. `is_alone`: nothing else is on its line.

    `about` is what it says something of: the part that begins right after it (`above`), the one before (`below`,
    where it is set in further than what follows), or the one on its own line (`beside`).
    """

    line: int
    column: int
    text: str
    is_alone: bool
    where: str
    about: Way


_OFFER = re.compile(r"# +(?:- )?[a-z_]+: # .+")


def is_offer(text: str) -> bool:
    """Whether a comment stands for a field that is still to be written, as the files that we draft have them."""
    return bool(_OFFER.fullmatch(text))


class Parts:
    """The parts of a text that the strict reader has read.

    `taken` are the offers (see `is_offer`) whose place a field has taken since the file was opened.
    """

    def __init__(self, text: str, path: str, taken: tuple[str, ...] = ()) -> None:
        self.text = text
        self.taken = taken
        self.source: Source = yaml_source.read(text.encode(), path)
        self.lines = text.split("\n")
        self.beginnings = list(_beginnings(self.source))
        self._at = [(each.line, each.column) for each in self.beginnings]
        self._brackets = {
            each.way for each in self.beginnings if self.lines[each.line][each.column : each.column + 1] in "{["
        }
        self.found = list(_comments(text))
        alone = {line for line, column in self.found if not self.lines[line][:column].strip()}
        self._inside = set(_inside_scalars(text))
        self.quiet = {
            number
            for number, line in enumerate(self.lines)
            if number not in self._inside and (number in alone or not line.strip())
        }
        """Lines that hold nothing, or nothing but a comment; what a long text is written on is none of them."""
        self.comments = [self._comment(line, column) for line, column in self.found]

    def top(self, line: int) -> int:
        """The first of the empty lines and comments that belong to what stands on a line."""
        while line - 1 in self.quiet and not self._is_below(line - 1):
            line -= 1
        return line

    def anchored(self) -> list[tuple[str, str, Way]]:
        """Each comment with what it is about, in no order: what must survive every change of layout."""
        return sorted(((each.text, each.where, each.about) for each in self.comments), key=repr)

    def after(self, index: int) -> int:
        """The number of the first beginning that is not inside of the one of this number."""
        way = self.beginnings[index].way
        for number in range(index + 1, len(self.beginnings)):
            if self.beginnings[number].way[: len(way)] != way:
                return number
        return len(self.beginnings)

    def line_after(self, following: int) -> int:
        """The line after what stands before a beginning, without what belongs to that."""
        is_one = following < len(self.beginnings)
        return self.top(self.beginnings[following].line if is_one else len(self.lines))

    def index_of(self, way: Way) -> int:
        """The number of the first beginning at a way (of the key, where it has one); -1 where there is none."""
        return next((n for n, each in enumerate(self.beginnings) if each.way == way), -1)

    def is_in_brackets(self, way: Way) -> bool:
        """Whether a list or mapping is written in brackets, or within some."""
        return any(way[:n] in self._brackets for n in range(len(way) + 1))

    def indent(self, line: int) -> int:
        return len(self.lines[line]) - len(self.lines[line].lstrip(" "))

    def _is_below(self, line: int) -> bool:
        return any(each.line == line and each.where == "below" for each in self.comments)

    def _comment(self, line: int, column: int) -> Comment:
        text = self.lines[line][column:].rstrip()
        before = self._way(bisect_right(self._at, (line, column)) - 1)
        if line not in self.quiet:
            return Comment(line, column, text, False, "beside", before)
        if line == 0 and text.startswith(MODELINE):
            return Comment(line, column, text, True, "above", ())
        following = next((n for n in range(line + 1, len(self.lines)) if n not in self.quiet), None)
        is_after_something = (line, column) > self._at[0]
        if is_after_something and column > (0 if following is None else self.indent(following)):
            return Comment(line, column, text, True, "below", before)
        return Comment(line, column, text, True, "above", self._way(bisect_left(self._at, (line, column))))

    def _way(self, index: int) -> Way:
        """That of a beginning; of the whole where it is inside of brackets, whose parts may change places on a line."""
        way = self.beginnings[index].way if 0 <= index < len(self.beginnings) else _END
        return next((way[:n] for n in range(len(way)) if way[:n] in self._brackets), way)


def _beginnings(source: Source) -> Iterator[Beginning]:
    """In the order of `Source.places`; the first is that of the whole."""
    ways = _ways(source.value, ())
    for packed, way in zip(source.places, ways, strict=True):
        line, column = unpack(packed)
        yield Beginning(line - 1, column - 1, way)


def _ways(value: Plain, way: Way) -> Iterator[Way]:
    yield way
    if isinstance(value, dict):
        for key, below in value.items():
            yield (*way, key)
            yield from _ways(below, (*way, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _ways(item, (*way, index))


def comments(text: str) -> list[str]:
    """The comments of any text that libyaml can read, in their order."""
    lines = text.split("\n")
    return [lines[line][column:].rstrip() for line, column in _comments(text)]


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Line and column of each: outside of scalars, and in the first line of those that are written as a block."""
    spans = [(event.start_mark, event.end_mark, event.style) for event in e.events(text) if event.__class__ is e.SCALAR]
    at = 0
    for begins, ends, style in spans:
        yield from _in_gap(text, at, begins.index)
        if style in ("|", ">"):
            yield from _in_gap(text, begins.index, text.index("\n", begins.index))
        at = ends.index
    yield from _in_gap(text, at, len(text))


def _in_gap(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while (found := text.find("#", start, end)) >= 0:
        line = text.count("\n", 0, found)
        yield line, found - (text.rfind("\n", 0, found) + 1)
        start = text.find("\n", found)
        if start < 0:
            return


def _inside_scalars(text: str) -> Iterator[int]:
    """The lines, after its first, that a scalar is written on; empty ones at its end count where they are kept."""
    lines = text.split("\n")
    for event in e.events(text):
        if event.__class__ is e.SCALAR and event.end_mark.line > event.start_mark.line:
            first, last = event.start_mark.line, event.end_mark.line - (not event.end_mark.column)
            keeps = "+" in lines[first][event.start_mark.column :].partition("#")[0]
            while last > first and not keeps and not lines[last].strip():
                last -= 1
            yield from range(first + 1, last + 1)
