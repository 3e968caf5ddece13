"""What an engagement costs in a year, in the firm's currency: by the firm's own exchange rates where it must be."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from vendorbook.model import Node

Spend: TypeAlias = "tuple[tuple[str, float], ...]"
"""Amounts by the day from which they count, the oldest first; nothing where the cost cannot be counted."""


class Rate(NamedTuple):
    """What one unit of a currency is in the firm's, from a day on (an ISO date)."""

    currency: str
    per_unit: float
    as_of: str
    source: str


def exchange_rates(firm: Node, currency: str) -> list[Rate]:
    """The rates of a currency that the firm's profile states, the oldest first."""
    stated = [node for node in firm.find("exchange_rates[]") if node.text("currency") == currency]
    rates = [_rate(node, per_unit) for node in stated if isinstance(per_unit := node.plain("per_unit"), int | float)]
    return sorted(rates, key=lambda rate: rate.as_of)


def annual_spend(engagement: Node, firm: Node) -> Spend:
    """The annual cost in the firm's currency, once for each rate that may convert it."""
    amount, currency = engagement.plain("contract.annual_cost.amount"), engagement.text("contract.annual_cost.currency")
    if not isinstance(amount, int | float):
        return ()
    if currency == firm.text("currency"):
        return (("", float(amount)),)
    return tuple((rate.as_of, amount * rate.per_unit) for rate in exchange_rates(firm, currency))


def counting_on(spend: Spend, on: date) -> float | None:
    """The amount that counts on a day; None where none can be counted."""
    if len(spend) < 2:
        return spend[0][1] if spend else None
    return spend[holding([since for since, _ in spend], on)][1]


def holding(since: Sequence[str], on: date) -> int:
    """Which of several, by the days from which they hold, holds on a day: the newest that does, else the first."""
    return max(bisect_right(since, on.isoformat()) - 1, 0)


def _rate(node: Node, per_unit: float) -> Rate:
    return Rate(node.text("currency"), float(per_unit), node.text("as_of"), node.text("source"))
