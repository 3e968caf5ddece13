"""A concentration with one of each kind of figure, and the same with texts of one's choice."""

from __future__ import annotations

from datetime import date

from vendorbook.judging.concentration import CHAINS, Concentration, Group, Measure, Share, Uncounted
from vendorbook.judging.leaning import Leaning
from vendorbook.model import Text
from vendorbook.register import Decision, MarketShare, Rate

COMMIT = "0123456789abcdef0123456789abcdef01234567"
DECISION = Decision(
    "kite-systems", "kite-systems", ("core-systems",), date(2026, 2, 12), date(2026, 2, 10), date(2027, 2, 11)
)
MARKET = MarketShare(
    percent=27.5,
    basis="券商家數，業者自述",
    as_of=date(2025, 5, 31),
    engagement="kite-systems/order-routing",
    assessed_on=date(2025, 6, 10),
    path="vendors/kite-systems/order-routing/journal/2025-06-10-risk-assessment.yaml",
)


def share(amount: float, percent: float, state: str, *, part: float = 0, decision: Decision | None = None) -> Share:
    return Share(amount, percent, part or percent, state, decision)


KITE = Group(
    id="kite-systems",
    name=Text("風箏系統股份有限公司", "Kite Systems Co., Ltd."),
    suppliers=("kite-systems",),
    shares={
        "engagements": share(2, 200 / 3, "above"),
        "core-systems": share(3, 75, "accepted", part=50, decision=DECISION),
        "annual-spend": share(9_600_000, 30.04, "within"),
        CHAINS: share(2, 200 / 3, "", part=50),
    },
    market=MARKET,
)
BANYAN = Group(
    id="banyan",
    name=Text("榕樹集團", "Banyan Group"),
    suppliers=("banyan-cloudworks", "banyan-networks"),
    shares={
        "engagements": share(1, 100 / 3, "within"),
        "core-systems": share(2, 50, "within"),
        "annual-spend": share(22_359_000.5, 69.96, "above"),
        CHAINS: share(3, 100, "", part=50),
    },
    market=None,
)
WHOLE = Concentration(
    as_of=date(2026, 11, 22),
    currency="TWD",
    engagements=3,
    measures={
        "engagements": Measure(3, 2, 5555.56, 40),
        "core-systems": Measure(4, 2, 5000, 50.5),
        "annual-spend": Measure(31_959_000.5, 2, 5796.8, 40),
        CHAINS: Measure(3, 2, 5000, None),
    },
    groups=(KITE, BANYAN),
    leaning=(
        Leaning(
            "banyan",
            Text("榕樹集團", "Banyan Group"),
            100,
            {
                "banyan-networks/exchange-lines": 0,
                "kite-systems/order-routing": 2,
                "kite-systems/settlement-core": None,
                **{f"kite-systems/module-{number:02}": 1 for number in range(1, 10)},
            },
            ("banyan", "kite-systems"),
        ),
    ),
    uncounted=(),
    rates=(Rate("USD", 31.5, "2026-06-30", "財務部月底記帳匯率"),),
)
UNCOUNTED = WHOLE._replace(
    measures={**WHOLE.measures, "annual-spend": Measure(None, None, None, 40)},
    groups=tuple(
        each._replace(shares={name: each.shares[name] for name in each.shares if name != "annual-spend"}, market=None)
        for each in WHOLE.groups
    ),
    leaning=(),
    uncounted=(Uncounted("kite-systems/order-routing", "JPY"), Uncounted("banyan-networks/exchange-lines", "")),
    rates=(),
)
NOTHING = WHOLE._replace(
    engagements=0,
    measures={name: Measure(0, 0, None, each.threshold) for name, each in WHOLE.measures.items()},
    groups=(),
    leaning=(),
    rates=(),
)


def saying(text: str) -> Concentration:
    """A concentration in which all that a record can put there is this text."""
    hostile = Text(text, text)
    market = MARKET._replace(basis=text, engagement=text[:129], path=text[:255])
    leaning = WHOLE.leaning[0]._replace(id=text[:64], name=hostile, ranks={text[:129]: None, "a/b": 1})
    return WHOLE._replace(
        groups=(KITE._replace(id=text[:64], name=hostile, market=market), BANYAN),
        leaning=(leaning,),
        rates=(Rate("USD", 31.5, "2026-06-30", text),),
        uncounted=(Uncounted(text[:129], text[:3]),),
    )
