"""The register's engagements as rows of the template, and what of them the template does not carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from vendorbook.importing import template
from vendorbook.importing.building import at_way
from vendorbook.importing.fields import Target, Targets, Way
from vendorbook.importing.grid import Value
from vendorbook.importing.meaning import words_of
from vendorbook.importing.there import There, Values
from vendorbook.importing.writing_back import WritingBack
from vendorbook.model import Plain
from vendorbook.policies.rulebook import Rulebook


@dataclass
class Rows:
    """A row an engagement, each with a cell for every one of `template.fields()`.

    `left_out` are (record, field) whose value no cell can say; `beyond` counts the records that say something of a
    field for which there is no column; `withheld` are the fields that must not leave the firm; `alone` are the
    suppliers without an engagement, and hence without a row.
    """

    rows: list[list[Value]] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    beyond: Counter[str] = field(default_factory=Counter)
    withheld: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)


def rows_of(there: There, book: Rulebook, lang: str, *, confidential: bool) -> Rows:
    """`confidential` says whether fields that must not leave the firm are wanted."""
    targets = [Targets(book.schemas)[name] for name in template.fields()]
    hidden = [each.name for each in targets if book.schemas.confidential(each.kind, each.way)]
    withheld = [] if confidential else hidden
    filling = _Filling(WritingBack(words_of(book, {}), lang), targets, withheld)
    for id, values in there.engagements.items():
        if f"vendors/{id}/engagement.yaml" in there.unreadable:
            continue
        filling.take(id, {"supplier": there.suppliers.get(id.split("/")[0], {}), "engagement": values})
    filling.made.withheld = withheld
    filling.made.alone = sorted(there.suppliers.keys() - {id.split("/")[0] for id in there.engagements})
    return filling.made


class _Filling:
    def __init__(self, writing: WritingBack, targets: list[Target], withheld: Collection[str]) -> None:
        self._writing = writing
        self._targets = targets
        self._withheld = withheld
        self._ways = {kind: [each.way for each in targets if each.kind == kind] for kind in ("supplier", "engagement")}
        self._seen: set[tuple[str, str]] = set()
        self.made = Rows()

    def take(self, id: str, values: Mapping[str, Values]) -> None:
        supplier, _, engagement = id.partition("/")
        ids = {"supplier.id": supplier, "id": engagement}
        self.made.rows.append(
            [ids.get(each.name) or self._cell(id, each, at_way(values[each.kind], each.way)) for each in self._targets]
        )
        self._count("engagement", id, values["engagement"])
        self._count("supplier", supplier, values["supplier"])

    def _cell(self, id: str, target: Target, value: Plain | None) -> Value:
        if value is None or target.name in self._withheld:
            return None
        cell = self._writing.cell(target, value)
        if cell is None:
            self.made.left_out.append((id, target.name))
        return cell

    def _count(self, kind: str, id: str, values: Values) -> None:
        """Each record once, however many rows it is in."""
        if (kind, id) not in self._seen:
            self._seen.add((kind, id))
            prefix = "supplier." if kind == "supplier" else ""
            self.made.beyond.update(prefix + ".".join(map(str, way)) for way in _beyond(values, self._ways[kind]))


def _beyond(value: Plain, ways: list[Way], way: Way = ()) -> Iterator[Way]:
    """The ways of what there is no column for, as far up as that holds of the whole."""
    if way in ways:
        return
    below = [(*way, key) for key in _keys(value)]
    if way and not any(each[: len(way)] == way for each in ways):
        yield way
    else:
        for each in below:
            yield from _beyond(at_way(value, each[-1:]) or "", ways, each)


def _keys(value: Plain) -> list[str | int]:
    if isinstance(value, dict):
        return list(value)
    return list(range(len(value))) if isinstance(value, list) else []
