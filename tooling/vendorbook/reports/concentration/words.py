"""The words of these reports, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from vendorbook.checks.lib.wording import listed
from vendorbook.judging.concentration import CHAINS, Concentration, Uncounted
from vendorbook.judging.leaning import Leaning
from vendorbook.model import Text
from vendorbook.register import Decision, Rate

MEASURES = {
    "engagements": Text("委外案件數", "engagements"),
    "core-systems": Text("核心系統數", "core systems"),
    "annual-spend": Text("年度費用", "annual spend"),
    CHAINS: Text("含分包鏈", "with chains"),
}
STATES = {
    "within": Text("", ""),
    "accepted": Text("經決議", "accepted"),
    "above": Text("逾門檻", "above"),
    "": Text("", ""),
}
GROUP = Text("供應商集團", "supplier group")
NAME = Text("名稱", "name")
HHI = Text("HHI", "HHI")
GROUPS = Text("集團數", "groups")
THRESHOLD = Text("門檻", "threshold")
LEANING = Text("二件以上委外案倚賴之分包商", "subcontractors that more than one engagement leans on")
NO_LEANING = Text("沒有二件以上委外案倚賴之分包商", "no subcontractor has more than one engagement leaning on it")
LEANING_HEAD = (
    Text("分包商", "subcontractor"),
    NAME,
    Text("委外案", "engagements"),
    Text("占比", "share"),
    Text("供應商集團", "supplier groups"),
)
MARKET = Text(
    "市場占比（各集團最新之評估所載）", "share of the market, as the newest assessment of each group states it"
)
NO_MARKET = Text("沒有以數字載明之市場占比", "no share of the market is stated in numbers")
MARKET_HEAD = (
    GROUP,
    Text("市場占比", "share"),
    Text("基準日", "as of"),
    Text("依據", "basis"),
    Text("評估", "assessed in"),
)
WITHIN = Text("均未逾門檻", "all within the thresholds")
OTHERS_WITHIN = Text("其餘均未逾門檻", "all others within the thresholds")
NOTES = Text("說明", "notes")
DIVIDED = Text(
    "HHI 為各集團占比之平方和（0 至 10,000）；數集團共有者，平分後計入。",
    "HHI is the sum of squared shares (0 to 10,000), what several groups have divided between them.",
)
CHAINED = Text(
    "含分包鏈者，委外案同時計入其各層分包商。",
    "With chains, an engagement hangs on its subcontractors too, at any rank.",
)
PAST = Text(
    "過去日期之集中度，以該日生效之委外案、登錄冊現載之範圍與費用計算。",
    "A past day counts the engagements then in force, with the scope and cost on record now.",
)


def heading(of: Concentration) -> Text:
    day, count, groups = of.as_of.isoformat(), of.engagements, len(of.groups)
    zh_tw = f"供應商集中度：以 {day} 為準，生效中之委外案 {count} 件、供應商集團 {groups} 個"
    en = f"concentration as of {day}: {_counted(count, 'engagement')} in force, {_counted(groups, 'supplier group')}"
    return Text(zh_tw, en)


def beyond(group: str, basis: Text, percent: str, threshold: str, decision: Decision | None) -> Text:
    """A share above a threshold, and the decision that accepts it, if there is one."""
    zh_tw, en = f"{basis.zh_tw}占 {percent}%，門檻 {threshold}%", f"{percent}% by {basis.en}, threshold {threshold}%"
    if decision is None:
        return Text(f"逾門檻：{group} {zh_tw}，無有效之分散決議", f"above: {group}, {en}, no decision in force")
    day, until = decision.decided_on.isoformat(), decision.expires_on
    return Text(
        f"經決議容許至 {until}：{group} {zh_tw}（{day} 之分散決議）",
        f"accepted until {until}: {group}, {en} (decided {day})",
    )


def uncounted(engagements: Sequence[Uncounted]) -> Text:
    """Why no share of the annual spend can be told."""
    who = listed(
        Text(f"{each.engagement}（{_why(each).zh_tw}）", f"{each.engagement} ({_why(each).en})") for each in engagements
    )
    return Text(f"年度費用占比無法計算：{who.zh_tw}", f"shares of the annual spend cannot be told: {who.en}")


def _why(each: Uncounted) -> Text:
    if not each.currency:
        return Text("沒有載明年度費用", "no annual cost is stated")
    return Text(f"{each.currency} 沒有匯率", f"no exchange rate for {each.currency}")


def rate(each: Rate, currency: str) -> Text:
    said = f"1 {each.currency} = {each.per_unit:g} {currency}"
    source = each.source
    return Text(f"費用折算：{said}（{each.as_of}，{source}）", f"converted: {said} ({each.as_of}, {source})")


def who_leans(leaning: Leaning, most: int) -> Text:
    """The engagements that lean on a firm, those furthest from it first: nobody sees them in a contract."""
    ranks = sorted(leaning.ranks.items(), key=_furthest_first)
    told = [Text(f"{name}（{_rank(rank).zh_tw}）", f"{name} ({_rank(rank).en})") for name, rank in ranks[:most]]
    if rest := len(ranks) - len(told):
        told.append(Text(f"另 {rest} 件", f"{rest} more"))
    who = listed(told)
    return Text(f"{leaning.id}：{who.zh_tw}", f"{leaning.id}: {who.en}")


def _furthest_first(each: tuple[str, int | None]) -> tuple[int, str]:
    return (-99 if each[1] is None else -each[1]), each[0]


def _rank(value: int | None) -> Text:
    if value is None:
        return Text("層級不詳", "rank unknown")
    return Text(f"第 {value} 層", f"rank {value}") if value else Text("供應商本身", "as the supplier")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
