"""Concentration by hand: four suppliers in three groups, who lean on each other and on others."""

from __future__ import annotations

from datetime import date

import pytest

from vendorbook.judging.concentration import CHAINS, Concentration, concentration
from vendorbook.judging.outsourcing import Outsourcing, Part
from vendorbook.model import Text
from vendorbook.register import Decision, Link, MarketShare, Row
from vendorbook.yaml_source import read

DAY = date(2026, 6, 1)
FIRM = read(
    b"""\
currency: TWD
exchange_rates:
  - {currency: USD, per_unit: 30, as_of: 2026-06-01, source: new}
  - {currency: USD, per_unit: 32, as_of: 2024-06-01, source: old}
concentration:
  thresholds: {engagements: 50, core_systems: 60, annual_spend: 40}
""",
    "policies/firm.yaml",
).root
NOBODY = Text("", "")
START = date(2024, 1, 1)


def row(name: str, group: str, core: str = "", spend: float | None = 0, start: date = START) -> Row:
    systems, costs = tuple(core.split()), (("", spend),) if spend is not None else ()
    return Row(name, name.split("/")[0], group, "active", start, None, systems, systems, costs)


def link(engagement: str, firm: str, rank: int | None = 1, **days: date) -> Link:
    return Link(engagement, firm, firm.title(), rank, days.get("start"), days.get("end"))


def part(supplier: str, group: str, *rows: Row, links: tuple[Link, ...] = (), **other: object) -> Part:
    currencies = {each.id: "TWD" if each.annual_spend else "" for each in rows}
    whole = Part(supplier, group, Text(f"{supplier} 公司", f"{supplier} Ltd."), NOBODY, rows, (), links, (), currencies)
    return whole._replace(**other)


FOX = part(
    "fox",
    "fox",
    row("fox/orders", "fox", "orders host", 500),
    row("fox/ledger", "fox", "ledger", 100),
    links=(link("fox/orders", "cable", 2), link("fox/ledger", "owl-lines")),
)
OWL = part(
    "owl-lines",
    "owl",
    row("owl-lines/lines", "owl", "host", 200),
    links=(link("owl-lines/lines", "cable"), link("owl-lines/lines", "power")),
)
OWL_CLOUD = part("owl-cloud", "owl", row("owl-cloud/backup", "owl", "", 100))
ELK = part("elk", "elk", row("elk/mail", "elk", "", 100), links=(link("elk/mail", "elk"),))
IDLE = part("idle", "owl")


def of(*parts: Part, on: date = DAY) -> Concentration:
    return concentration(Outsourcing(parts or (FOX, OWL, OWL_CLOUD, ELK, IDLE)), FIRM, on)


def shares(found: Concentration, measure: str) -> dict[str, tuple[float, float]]:
    return {
        each.id: (round(each.shares[measure].percent, 2), round(each.shares[measure].part, 2)) for each in found.groups
    }


def test_shares_by_each_measure_as_worked_out_by_hand() -> None:
    found = of()

    # Five engagements: 2, 2, 1.
    assert shares(found, "engagements") == {"fox": (40, 40), "owl": (40, 40), "elk": (20, 20)}
    # Three systems; of the host each has half.
    assert shares(found, "core-systems") == {"fox": (100, 83.33), "owl": (33.33, 16.67), "elk": (0, 0)}
    assert shares(found, "annual-spend") == {"fox": (60, 60), "owl": (30, 30), "elk": (10, 10)}
    # orders: fox, cable. ledger: fox, owl. lines: owl, cable, power. backup: owl. mail: elk.
    assert shares(found, CHAINS) == {"fox": (40, 20), "owl": (60, 36.67), "elk": (20, 20)}


def test_indexes_as_worked_out_by_hand() -> None:
    measures = of().measures

    assert measures["engagements"].hhi == pytest.approx(40**2 + 40**2 + 20**2)
    assert measures["core-systems"].hhi == pytest.approx((250 / 3) ** 2 + (50 / 3) ** 2)
    assert measures["annual-spend"].hhi == pytest.approx(60**2 + 30**2 + 10**2)
    # fox 1/2 + 1/2, owl 1/2 + 1/3 + 1, cable 1/2 + 1/3, power 1/3, elk 1; all of five engagements.
    assert measures[CHAINS].hhi == pytest.approx(400 * (1 + (11 / 6) ** 2 + (5 / 6) ** 2 + (1 / 3) ** 2 + 1))
    assert [each.groups for each in measures.values()] == [3, 2, 3, 5]
    assert [each.total for each in measures.values()] == [5, 3, 1000, 5]
    assert [each.threshold for each in measures.values()] == [50, 60, 40, None]


def test_parts_sum_to_100_by_every_measure_that_only_suppliers_have() -> None:
    found = of()
    for measure in ("engagements", "core-systems", "annual-spend"):
        assert sum(each.shares[measure].part for each in found.groups) == pytest.approx(100)


def test_groups_come_by_their_largest_share_and_bear_their_names() -> None:
    owls = OWL._replace(group_name=Text("貓頭鷹集團", "Owl Group"))
    found = of(ELK, OWL_CLOUD, IDLE, owls, FOX)

    assert [(each.id, each.name.en, each.suppliers) for each in found.groups] == [
        ("fox", "fox Ltd.", ("fox",)),
        ("owl", "Owl Group", ("owl-cloud", "owl-lines")),
        ("elk", "elk Ltd.", ("elk",)),
    ]
    assert next(each.name.en for each in of().groups if each.id == "owl") == "owl"
    # By engagements alone, elk has as many as fox; with the chains, more.
    leant_on = OWL._replace(links=(link("owl-lines/lines", "elk"),))
    assert [each.id for each in of(leant_on, part("fox", "fox", row("fox/x", "fox")), ELK).groups] == [
        "owl",
        "elk",
        "fox",
    ]


# -- thresholds ----------------------------------------------------------------------------------------


def decision(group: str, covers: str, expires: date, approved: date = date(2026, 1, 5)) -> Decision:
    return Decision(group, group, (covers,), date(2026, 1, 2), approved, expires)


DECISIONS = {
    # the decision on fox: how it stands by core systems, by spend
    "none": (None, "above", "above"),
    "in force": (decision("fox", "core-systems", date(2026, 12, 31)), "accepted", "above"),
    "ends today": (decision("fox", "core-systems", DAY), "accepted", "above"),
    "ended yesterday": (decision("fox", "core-systems", date(2026, 5, 31)), "above", "above"),
    "approved tomorrow": (decision("fox", "core-systems", date(2026, 12, 31), date(2026, 6, 2)), "above", "above"),
    "on spend": (decision("fox", "annual-spend", date(2026, 12, 31)), "above", "accepted"),
    "on another group": (decision("owl", "core-systems", date(2026, 12, 31)), "above", "above"),
}


@pytest.mark.parametrize("name", DECISIONS)
def test_how_a_share_stands_to_its_threshold(name: str) -> None:
    decided, core, spend = DECISIONS[name]
    found = of(FOX._replace(decisions=(decided,) if decided else ()), OWL, OWL_CLOUD, ELK)
    fox = next(each.shares for each in found.groups if each.id == "fox")

    assert [fox[measure].state for measure in found.measures] == ["within", core, spend, ""]
    assert {share.decision for share in fox.values()} == {decided if "accepted" in (core, spend) else None, None}


def test_at_the_threshold_is_within_it() -> None:
    half = of(FOX, OWL, OWL_CLOUD)
    assert {each.id: each.shares["engagements"].state for each in half.groups} == {"fox": "within", "owl": "within"}


# -- chains --------------------------------------------------------------------------------------------


def test_who_is_leant_on_more_than_once_at_any_rank_our_own_suppliers_included() -> None:
    found = {each.id: each for each in of().leaning}

    assert list(found) == ["owl", "cable"]
    assert found["owl"].ranks == {"fox/ledger": 1, "owl-lines/lines": 0, "owl-cloud/backup": 0}
    assert found["owl"].suppliers == ("fox", "owl")
    assert found["cable"].ranks == {"fox/orders": 2, "owl-lines/lines": 1}
    assert (found["cable"].percent, found["cable"].name.en) == (40, "Cable")


CHAINED = {
    # the links of fox/orders, besides that of owl-lines/lines to cable: what cable is leant on by
    "once is not hidden": ((), None),
    "without a rank": ((link("fox/orders", "cable", None),), {"fox/orders": None, "owl-lines/lines": 1}),
    "at two ranks, the nearest counts": (
        (link("fox/orders", "cable", 3), link("fox/orders", "cable", 2)),
        {"fox/orders": 2, "owl-lines/lines": 1},
    ),
    "from tomorrow": ((link("fox/orders", "cable", start=date(2026, 6, 2)),), None),
    "from today": ((link("fox/orders", "cable", start=DAY),), {"fox/orders": 1, "owl-lines/lines": 1}),
    "until yesterday": ((link("fox/orders", "cable", end=date(2026, 5, 31)),), None),
    "until today": ((link("fox/orders", "cable", end=DAY),), {"fox/orders": 1, "owl-lines/lines": 1}),
    "for what is not in force": ((link("fox/nothing", "cable"),), None),
}


@pytest.mark.parametrize("name", CHAINED)
def test_a_chain_counts_while_it_holds(name: str) -> None:
    links, ranks = CHAINED[name]
    found = of(FOX._replace(links=links), OWL, OWL_CLOUD, ELK)
    cable = next((each.ranks for each in found.leaning if each.id == "cable"), None)

    assert cable == ranks
    assert found.measures[CHAINS].groups == 5


def test_a_group_that_subcontracts_within_itself_is_leant_on_by_nobody_else() -> None:
    within = OWL._replace(links=(link("owl-lines/lines", "owl-cloud"),))
    assert of(within, OWL_CLOUD, ELK).leaning == ()


# -- what is counted -----------------------------------------------------------------------------------


def test_what_is_not_in_force_that_day_is_in_no_figure() -> None:
    found = of(FOX, part("elk", "elk", row("elk/mail", "elk", "mail", 1, start=date(2026, 6, 2))))

    assert [each.id for each in found.groups] == ["fox"]
    assert (found.engagements, found.measures["engagements"].hhi) == (2, 10_000)


def test_spend_is_not_told_while_a_cost_in_force_cannot_be_counted() -> None:
    yen = part("elk", "elk", row("elk/mail", "elk", "", None))._replace(currencies={"elk/mail": "JPY"})
    unknown = part("owl-lines", "owl", row("owl-lines/lines", "owl", "", None))
    found = of(FOX, yen, unknown)

    assert found.uncounted == (("elk/mail", "JPY"), ("owl-lines/lines", ""))
    assert found.measures["annual-spend"] == (None, None, None, 40)
    assert [sorted(each.shares) for each in found.groups] == [["core-systems", "engagements", CHAINS]] * 3
    assert of(FOX, yen, on=date(2023, 12, 31)).uncounted == ()


@pytest.mark.parametrize(("on", "source"), [("2026-05-31", "old"), ("2026-06-01", "new"), ("2024-01-01", "old")])
def test_the_rates_by_which_costs_were_converted_are_told(on: str, source: str) -> None:
    dollars = part("elk", "elk", row("elk/mail", "elk", "", 300))._replace(currencies={"elk/mail": "USD"})

    assert [rate.source for rate in of(FOX, dollars, on=date.fromisoformat(on)).rates] == [source]
    assert of(FOX).rates == ()


def market(percent: float, as_of: str, assessed: str = "2026-01-05") -> MarketShare:
    days = date.fromisoformat(as_of), date.fromisoformat(assessed)
    return MarketShare(percent, "households", days[0], "owl-lines/lines", days[1], "path")


def test_the_newest_figure_of_the_market_of_all_suppliers_of_a_group() -> None:
    lines = OWL._replace(market=(market(10, "2025-12-31"), market(11, "2025-12-31", "2026-02-05")))
    cloud = OWL_CLOUD._replace(market=(market(12, "2025-06-30", "2026-03-05"), market(13, "2026-06-02")))
    found = {each.id: each.market for each in of(FOX, lines, cloud).groups}

    assert found["owl"] == lines.market[1]
    assert found["fox"] is None
