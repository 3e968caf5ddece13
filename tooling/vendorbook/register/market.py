"""How concentrated a supplier is in the market, as assessments state it: no register can compute that."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vendorbook.register.engagement import Engagement
from vendorbook.register.journal import Entry


class MarketShare(NamedTuple):
    """A supplier's share of the market in percent: on which day, by which basis, stated in which assessment."""

    percent: float
    basis: str
    as_of: date
    engagement: str
    assessed_on: date
    path: str


def market_shares(engagement: Engagement) -> list[MarketShare]:
    """Those that are stated in numbers and with their day."""
    stated = (_share(engagement, entry) for entry in engagement.entries("risk-assessment"))
    return [share for share in stated if share is not None]


def newest(shares: Iterable[MarketShare], on: date) -> MarketShare | None:
    """The newest figure of a day or before; of two of one day, the one assessed last."""
    known = (share for share in shares if share.as_of <= on)
    return max(known, key=lambda share: (share.as_of, share.assessed_on, share.engagement), default=None)


def _share(engagement: Engagement, entry: Entry) -> MarketShare | None:
    percent, as_of = entry.root.plain("concentration.market.percent"), entry.root.date("concentration.market.as_of")
    if not isinstance(percent, int | float) or as_of is None:
        return None
    basis, path = entry.root.text("concentration.market.basis"), entry.root.source.path
    return MarketShare(float(percent), basis, as_of, engagement.id, entry.date, path)
