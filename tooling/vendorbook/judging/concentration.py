"""How concentrated the firm's outsourcing is on a day, by supplier group, held against the firm's thresholds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from vendorbook.checks.lib.concentration import BASES, is_above, threshold
from vendorbook.judging.leaning import Leaning, chains, leaning
from vendorbook.judging.outsourcing import Outsourcing
from vendorbook.model import Node, Text
from vendorbook.register import Counts, Decision, MarketShare, Rate, Register, exchange_rates, holding, newest

CHAINS = "subcontractor-chains"
"""Engagements again, but each also of the subcontractors that it leans on, at whatever rank."""


class Share(NamedTuple):
    """What hangs on a group by one measure.

    `part` is its part of the whole, what several groups have being divided between them. `state` is how it stands to
    the firm's threshold: within, above, or accepted (above, by a decision in force); empty where there is none.
    """

    amount: float
    percent: float
    part: float
    state: str
    decision: Decision | None


class Group(NamedTuple):
    """A supplier group with engagements in force; by a measure that cannot be told it has no share."""

    id: str
    name: Text
    suppliers: tuple[str, ...]
    shares: Mapping[str, Share]
    market: MarketShare | None


class Measure(NamedTuple):
    """What there is in all, in how many groups, and how concentrated it is; None where that cannot be told."""

    total: float | None
    groups: int | None
    hhi: float | None
    threshold: float | None


class Uncounted(NamedTuple):
    """An engagement whose cost is not stated or, where `currency` says one, cannot be converted."""

    engagement: str
    currency: str


class Concentration(NamedTuple):
    """All of it. `rates` are those by which costs in force were converted."""

    as_of: date
    currency: str
    engagements: int
    measures: Mapping[str, Measure]
    groups: tuple[Group, ...]
    leaning: tuple[Leaning, ...]
    uncounted: tuple[Uncounted, ...]
    rates: tuple[Rate, ...]


def concentration(of: Outsourcing, firm: Node, on: date) -> Concentration:
    """Groups come in the order of the largest share that they have by any measure."""
    rows = [row for row in of.register.rows if row.in_force(on)]
    running = {row.id for row in rows}
    links = [link for part in of.parts for link in part.links if link.engagement in running and link.in_force(on)]
    counts = {basis: of.register.counts(basis, on) for basis in BASES} | {CHAINS: chains(rows, links, of)}
    shares = _Shares(counts, of.register, firm, on)
    groups = (_group(id, of, shares) for id in {row.group for row in rows})
    uncounted = tuple(Uncounted(row.id, of.currencies[row.id]) for row in rows if not row.annual_spend)
    return Concentration(
        as_of=on,
        currency=firm.text("currency"),
        engagements=len(rows),
        measures={name: _measure(each, threshold(firm, name)) for name, each in counts.items()},
        groups=tuple(sorted(groups, key=_by_largest_share)),
        leaning=leaning(rows, links, of),
        uncounted=uncounted,
        rates=tuple(_rates({of.currencies[row.id] for row in rows}, firm, on)),
    )


class _Shares(NamedTuple):
    """What shares are worked out from."""

    counts: Mapping[str, Counts | None]
    register: Register
    firm: Node
    on: date

    def of(self, group: str) -> dict[str, Share]:
        return {name: self._share(group, name, counts) for name, counts in self.counts.items() if counts}

    def _share(self, group: str, measure: str, counts: Counts) -> Share:
        percent, part = counts.percent(group), counts.parts.get(group, 0.0)
        state, decision = self._state(group, measure, percent)
        return Share(counts.amount(group), percent, part, state, decision)

    def _state(self, group: str, measure: str, percent: float) -> tuple[str, Decision | None]:
        limit = threshold(self.firm, measure)
        if limit is None or not is_above(percent, limit):
            return "within" if limit else "", None
        decision = self.register.accepting(group, measure, self.on)
        if decision is None or decision.expires_on is None or decision.expires_on < self.on:
            return "above", None
        return "accepted", decision


def _group(id: str, of: Outsourcing, shares: _Shares) -> Group:
    parts = of.in_group(id)
    running = {row.supplier for part in parts for row in part.rows if row.in_force(shares.on)}
    market = newest((share for part in parts for share in part.market), shares.on)
    return Group(id, of.name_of(id) or Text(id, id), tuple(sorted(running)), shares.of(id), market)


def _measure(counts: Counts | None, limit: Node | None) -> Measure:
    stated = limit.value if limit is not None and isinstance(limit.value, int | float) else None
    if counts is None:
        return Measure(None, None, None, stated)
    return Measure(counts.total, len(counts.things), counts.hhi, stated)


def _by_largest_share(group: Group) -> tuple[float, str]:
    return -max(share.percent for share in group.shares.values()), group.id


def _rates(currencies: set[str], firm: Node, on: date) -> Iterator[Rate]:
    """For each currency of a cost in force, the rate that it was converted by."""
    for currency in sorted(currencies - {firm.text("currency")}):
        if stated := exchange_rates(firm, currency):
            yield stated[holding([rate.as_of for rate in stated], on)]
