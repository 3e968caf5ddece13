"""Where a sheet's headings are, in one line or several, and which field each column is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from vendorbook.importing.grid import Grid
from vendorbook.importing.mapping import Mapping
from vendorbook.importing.naming import same

_FURTHEST, _MOST_LINES, _FEWEST = 30, 3, 2
_REMARK = re.compile(r"[（(][^（()）]*[)）]|[*＊※]")


class Column(NamedTuple):
    """A column: its number, its heading as it stands, and the fields that it is about; None where nobody knows."""

    number: int
    heading: str
    fields: tuple[str, ...] | None


class Heading(NamedTuple):
    """The rows in which the headings are, and the columns that have one."""

    rows: range
    columns: tuple[Column, ...]

    @property
    def known(self) -> int:
        return sum(bool(column.fields) for column in self.columns)


def find(grid: Grid, mapping: Mapping) -> Heading | None:
    """The heading, where the mapping says it is or where most is known; None where nothing is."""
    if mapping.header_rows:
        return _read(grid, range(mapping.header_rows[0], mapping.header_rows[-1] + 1), mapping)
    tops = range(1, min(_FURTHEST, len(grid.rows)) + 1)
    tried = [range(top, top + lines) for lines in range(1, _MOST_LINES + 1) for top in tops]
    found = [_read(grid, rows, mapping) for rows in tried if rows[-1] <= len(grid.rows)]
    best = max(found, key=lambda each: each.known, default=None)
    return best if best is not None and best.known >= _FEWEST else None


def _read(grid: Grid, rows: range, mapping: Mapping) -> Heading:
    columns: list[Column] = []
    used: set[str] = set()
    for number in range(1, grid.width + 1):
        parts = _names(grid, rows, number)
        if not parts:
            continue
        filled = _filled(grid, rows, number)
        fields = mapping.columns.get(same("/".join(filled)), _fields(parts, mapping))
        if fields is None:
            fields = _fields(filled, mapping)
        parts = filled if fields is not None else parts
        free = fields if fields is None else tuple(each for each in fields if each not in used)
        columns.append(Column(number, "/".join(parts), None if fields and not free else free))
        used |= set(free or ())
    return Heading(rows, tuple(columns))


def _names(grid: Grid, rows: range, column: int) -> list[str]:
    """From the top down, each once."""
    return _once([grid.at(row, column).shown for row in rows])


def _filled(grid: Grid, rows: range, column: int) -> list[str]:
    """As `_names`, where a line above its last stands over several columns, and is written in the first alone."""
    lasting = [next((grid.at(row, left).shown for left in range(column, 0, -1) if grid.at(row, left).shown), "")
               for row in rows[:-1]]  # fmt: skip
    return _once([*lasting, grid.at(rows[-1], column).shown])


def _once(parts: Sequence[str]) -> list[str]:
    plain = ["".join(part.split()) if _is_chinese(part) else " ".join(part.split()) for part in parts]
    return list(dict.fromkeys(part for part in plain if part))


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= each <= "\u9fff" for each in text)


def _fields(parts: Sequence[str], mapping: Mapping) -> tuple[str, ...] | None:
    """By the whole way, then by its last part, then by those above it; each also without its remarks."""
    joined = ["/".join(parts[start:]) for start in range(len(parts))]
    for name in (*joined, *reversed(parts[:-1])):
        for spelling in (name, _REMARK.sub("", name)):
            if spelling and (fields := mapping.fields_of(spelling)) is not None:
                return fields
    return None


def is_heading_again(grid: Grid, row: int, heading: Heading) -> bool:
    """Whether a row below repeats the headings, as on each page of a print."""
    said = [(same(grid.at(row, each.number).shown), each.number) for each in heading.columns]
    there = [(word, {same(grid.at(line, number).shown) for line in heading.rows}) for word, number in said if word]
    return 2 * len(there) > len(said) and all(word in words for word, words in there)
