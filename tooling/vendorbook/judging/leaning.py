"""Hidden concentration: firms that several engagements lean on, as subcontractors or as their supplier too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from vendorbook.judging.outsourcing import Outsourcing
from vendorbook.model import Text
from vendorbook.register import Counts, Link, Row


class Leaning(NamedTuple):
    """A firm (with its group, where it is a supplier of ours) and the engagements that lean on it.

    `ranks` says how far down each engagement's chain it stands at the nearest: 0 is the supplier itself, None unknown.
    `suppliers` are the groups of those engagements' suppliers.
    """

    id: str
    name: Text
    percent: float
    ranks: Mapping[str, int | None]
    suppliers: tuple[str, ...]


def chains(rows: Sequence[Row], links: Sequence[Link], of: Outsourcing) -> Counts:
    """Engagements by all the groups that they hang on: the supplier's, and the subcontractors' at any rank."""
    leaned = ((of.group_of(link.subcontractor), link.engagement, 1.0) for link in links)
    return Counts(chain(((row.group, row.id, 1.0) for row in rows), leaned))


def leaning(rows: Sequence[Row], links: Sequence[Link], of: Outsourcing) -> tuple[Leaning, ...]:
    """The subcontractors that more than one engagement leans on, those that most lean on first."""
    groups = {row.id: row.group for row in rows}
    ranks: dict[str, dict[str, int | None]] = {}
    for link in sorted(links, key=_nearest_first):
        group = of.group_of(link.subcontractor)
        if group != groups[link.engagement]:
            ranks.setdefault(group, {}).setdefault(link.engagement, link.rank)
    names = {link.subcontractor: link.name for link in links if link.name}
    for row in rows:
        if row.group in ranks:
            ranks[row.group][row.id] = 0
    found = [
        Leaning(id, _name(id, names, of), 100 * len(leant) / len(rows), leant, _suppliers(leant, groups))
        for id, leant in ranks.items()
        if len(leant) > 1
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.ranks), each.id)))


def _nearest_first(link: Link) -> int:
    return link.rank or 99


def _name(id: str, names: Mapping[str, str], of: Outsourcing) -> Text:
    known = names.get(id) or id
    return of.name_of(id) or Text(known, known)


def _suppliers(engagements: Mapping[str, int | None], groups: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({groups[engagement] for engagement in engagements}))
