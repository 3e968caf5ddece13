"""The figures as data: `vendorbook/concentration/v1`, whose shape is a contract.

    {"format": "vendorbook/concentration/v1", "as_of": "2026-11-22", "commit": "…", "currency": "TWD",
     "engagements": 11,
     "measures": {"engagements": {"total": 11, "groups": 7, "hhi": 1736, "threshold": 30}, "core-systems": …,
                  "annual-spend": …, "subcontractor-chains": …},
     "groups": [{"group": "kite-systems", "name": {"zh-TW": "…", "en": "…"}, "suppliers": ["kite-systems"],
       "shares": {"core-systems": {"amount": 4, "percent": 57.1429, "part": 42.8571, "state": "accepted",
                                   "accepted_until": "2027-02-11"}, …},
       "market": {"percent": 30, "basis": "…", "as_of": "2025-06-30", "engagement": "…", "assessed_on": "…",
                  "path": "vendors/…"}}],
     "subcontractors": [{"subcontractor": "banyan", "name": {…}, "percent": 36.3636, "supplier_groups": ["…"],
       "engagements": [{"engagement": "lantern-quotes/real-time-quotes", "rank": 2}, …]}],
     "uncounted": [{"engagement": "…", "currency": "JPY"}],
     "exchange_rates": [{"currency": "USD", "per_unit": 31.5, "as_of": "2026-06-30", "source": "…"}]}

`percent` is a share of the total, `part` the same with what several groups have divided between them: parts sum to
100, and `hhi` is the sum of their squares. `state` is within, accepted or above; null where the firm has no threshold,
as for `subcontractor-chains`. `rank` is 0 where the firm is the supplier itself, null where it is not stated. What
cannot be told is null, and so is `market` where no assessment states a figure. While anything is `uncounted` (currency
null: no cost is stated), `annual-spend` has no total and the groups have no share by it.
"""

from __future__ import annotations

from vendorbook.judging.concentration import Concentration, Group, Measure, Share
from vendorbook.judging.leaning import Leaning
from vendorbook.register import MarketShare
from vendorbook.reports.inert import as_json, both


def render(of: Concentration, commit: str | None, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """Both languages, whichever is asked for."""
    return as_json(
        {
            "format": "vendorbook/concentration/v1",
            "as_of": of.as_of.isoformat(),
            "commit": commit,
            "currency": of.currency,
            "engagements": of.engagements,
            "measures": {name: _measure(each) for name, each in of.measures.items()},
            "groups": [_group(each) for each in of.groups],
            "subcontractors": [_leaning(each) for each in of.leaning],
            "uncounted": [{"engagement": each.engagement, "currency": each.currency or None} for each in of.uncounted],
            "exchange_rates": [each._asdict() for each in of.rates],
        }
    )


def _measure(each: Measure) -> dict[str, object]:
    hhi = None if each.hhi is None else round(each.hhi)
    return {"total": _number(each.total), "groups": each.groups, "hhi": hhi, "threshold": _number(each.threshold)}


def _group(each: Group) -> dict[str, object]:
    return {
        "group": each.id,
        "name": both(each.name),
        "suppliers": list(each.suppliers),
        "shares": {name: _share(share) for name, share in each.shares.items()},
        "market": _market(each.market) if each.market else None,
    }


def _share(each: Share) -> dict[str, object]:
    until = each.decision.expires_on if each.decision else None
    return {
        "amount": _number(each.amount),
        "percent": _number(each.percent),
        "part": _number(each.part),
        "state": each.state or None,
        "accepted_until": until.isoformat() if until else None,
    }


def _market(each: MarketShare) -> dict[str, object]:
    days = {"as_of": each.as_of.isoformat(), "assessed_on": each.assessed_on.isoformat()}
    return {**each._asdict(), **days, "percent": _number(each.percent)}


def _leaning(each: Leaning) -> dict[str, object]:
    return {
        "subcontractor": each.id,
        "name": both(each.name),
        "percent": _number(each.percent),
        "supplier_groups": list(each.suppliers),
        "engagements": [{"engagement": id, "rank": rank} for id, rank in sorted(each.ranks.items())],
    }


def _number(value: float | None) -> float | None:
    """A whole one without decimals, others with as many as anybody needs to add them up."""
    if value is None:
        return None
    return int(value) if value == int(value) else round(value, 4)
