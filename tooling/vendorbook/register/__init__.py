"""The register as checks see it: suppliers, engagements, their journals, and what only the whole shows."""

from vendorbook.register.chains import Link, links
from vendorbook.register.concentration import Decision, Register, Row
from vendorbook.register.context import Context
from vendorbook.register.counts import Counts
from vendorbook.register.engagement import Engagement, Supplier
from vendorbook.register.facts import Facts
from vendorbook.register.journal import Entry, effective
from vendorbook.register.market import MarketShare, market_shares, newest
from vendorbook.register.people import People
from vendorbook.register.retention import kept_until, whole_since
from vendorbook.register.rows import decisions, row
from vendorbook.register.scope_digest import scope_digest
from vendorbook.register.spend import Rate, exchange_rates, holding

__all__ = [
    "Context",
    "Counts",
    "Decision",
    "Engagement",
    "Entry",
    "Facts",
    "Link",
    "MarketShare",
    "People",
    "Rate",
    "Register",
    "Row",
    "Supplier",
    "decisions",
    "effective",
    "exchange_rates",
    "holding",
    "kept_until",
    "links",
    "market_shares",
    "newest",
    "row",
    "scope_digest",
    "whole_since",
]
