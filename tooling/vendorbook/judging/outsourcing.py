"""Reading a whole register for figures on all of it: without policies, and only where every record can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vendorbook.judging.progress import Told, silent
from vendorbook.judging.reading import Reader, Reading
from vendorbook.judging.rules import Rules
from vendorbook.judging.run import units_of
from vendorbook.model import CannotJudge, Node, Place, Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Decision, Link, MarketShare, Register, Row, decisions, links, market_shares, row
from vendorbook.repository import Snapshot


class Part(NamedTuple):
    """What one supplier adds. `group_name` is empty where it states none.

    `currencies` are those that its engagements' costs are agreed in, by engagement.
    """

    supplier: str
    group: str
    name: Text
    group_name: Text
    rows: tuple[Row, ...]
    decisions: tuple[Decision, ...]
    links: tuple[Link, ...]
    market: tuple[MarketShare, ...]
    currencies: Mapping[str, str]


class Outsourcing:
    """Every supplier's part, the register that they come to, and the currency of each engagement's cost."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        rows = tuple(row for part in parts for row in part.rows)
        self.register = Register(rows, tuple(decision for part in parts for decision in part.decisions))
        self.currencies = {engagement: each for part in parts for engagement, each in part.currencies.items()}
        self._groups = {part.supplier: part.group for part in parts}

    def group_of(self, firm: str) -> str:
        """The group that a supplier counts with; a firm that is no supplier of ours counts alone."""
        return self._groups.get(firm, firm)

    def in_group(self, group: str) -> list[Part]:
        return [part for part in self.parts if part.group == group]

    def name_of(self, group: str) -> Text | None:
        """What a group is called: as its suppliers say, or as its only one; None where it is none of ours."""
        parts = self.in_group(group)
        stated = next((part.group_name for part in parts if part.group_name.en), None)
        if stated is None and parts:
            return parts[0].name if len(parts) == 1 else Text(group, group)
        return stated


def outsourcing(snapshot: Snapshot, rules: Rules, as_of: date, told: Told = silent) -> Outsourcing:
    """What the register says of the firm's outsourcing, its journals as of a day.

    Raises CannotJudge, with the places, where a record cannot be read or is not what its schema says: figures
    without it would be wrong.
    """
    found = units_of(snapshot)
    reader = Reader(snapshot, rules.book, as_of)
    readings: list[Reading] = []
    for unit in found:
        readings.append(reader.read(unit))
        told(len(readings), len(found))
    return outsourcing_of(readings, snapshot, rules.book)


def outsourcing_of(readings: Sequence[Reading], snapshot: Snapshot, book: Rulebook) -> Outsourcing:
    """The same, of a register that has been read already."""
    troubles = [place for place in snapshot.refused() if _may_hide_a_record(place)]
    troubles += [Place(each.location, each.message) for reading in readings for each in reading.findings]
    if troubles:
        raise CannotJudge(_NOT_WHOLE, places=troubles)
    return Outsourcing([_part(reading, book) for reading in readings])


_NOT_WHOLE = Text(
    "下列檔案無法判斷，登錄冊不完整，集中度即無法計算；請先修正（vendorbook check）",
    "the files below cannot be judged, and shares of a part of the register would be wrong; mend them first "
    "(vendorbook check)",
)


def _may_hide_a_record(place: Place) -> bool:
    """Whatever was refused in vendors/, but for documents."""
    folders = place.location.path.split("/")
    return folders[0] == "vendors" and "evidence" not in folders[2:]


def _part(reading: Reading, book: Rulebook) -> Part:
    supplier = reading.supplier
    counted = [each for each in reading.engagements if each.status != "draft"]
    return Part(
        supplier=supplier.id,
        group=supplier.group,
        name=_name(supplier.root, "name", supplier.id),
        group_name=_name(supplier.root, "group.name", ""),
        rows=tuple(row(each, book.systems, book.firm) for each in counted),
        decisions=tuple(decisions(supplier)),
        links=tuple(link for each in counted for link in links(each)),
        market=tuple(share for each in counted for share in market_shares(each)),
        currencies={each.id: each.root.text("contract.annual_cost.currency") for each in counted},
    )


def _name(root: Node | None, path: str, otherwise: str) -> Text:
    both = [root.text(f"{path}.{language}") if root else "" for language in ("zh-TW", "en")]
    return Text(both[0] or otherwise, both[1] or otherwise)
