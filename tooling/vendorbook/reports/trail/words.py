"""What these reports say, in both languages, section by section; how it is set is each form's own matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vendorbook.model import Text
from vendorbook.trail.judged import Judged
from vendorbook.trail.judging import lacking
from vendorbook.trail.life import Life
from vendorbook.trail.verdict import TrailFinding, TrailVerdict

NONE = "–"
_SHORT = 12
_MOST_ENGAGEMENTS = 3

Row = tuple[str, ...]


class Table(NamedTuple):
    """Rows under a title; the first is the head."""

    title: str
    rows: Sequence[Row]


class Told(NamedTuple):
    """A finding: the policy, its weight, where, what, and what to do."""

    policy: str
    weight: str
    where: str
    said: str
    fix: str


_HEAD = (
    Text("編號", "number"),
    Text("日期", "day"),
    Text("作者", "authors"),
    Text("委外案", "engagements"),
    Text("提交", "commit"),
    Text("證明", "proved"),
    Text("尚缺", "the next level lacks"),
)
_LIFE_HEAD = (
    *_HEAD[:3],
    Text("範圍", "scope"),
    Text("新增之紀錄", "entries added"),
    Text("核准", "approved by"),
    *_HEAD[4:6],
)
_RULES_HEAD = (
    *_HEAD[:3],
    Text("先前之規則", "rules before"),
    Text("之後之規則", "rules after"),
    Text("核准", "approved by"),
    _HEAD[4],
)
_UNJUDGED_HEAD = (*_HEAD[:2], _HEAD[4], Text("原因", "reason"))
_MERGES = Text("合併", "merges")
_RULES = Text("規則與豁免之變更，其後之合併依此判斷", "changes of rules and waivers, by which later merges were judged")
_UNJUDGED = Text("無法判斷", "not judged")
_NO_FINDINGS = Text("沒有發現", "no findings")
_FORMS = {
    "merge": Text("", ""),
    "unnumbered-merge": Text("合併，無編號", "merge without a number"),
    "octopus": Text("多方合併", "octopus merge"),
    "squash": Text("squash", "squash"),
    "forged-merge": Text("偽稱合併", "forged merge"),
    "direct": Text("直接推送", "direct push"),
    "root": Text("起點", "root"),
}


def heading(verdict: TrailVerdict) -> Text:
    """What was verified."""
    since, tip, count = verdict.since[:_SHORT], verdict.tip[:_SHORT], len(verdict.steps)
    zh_tw = f"變更軌跡：{since} 之後至 {tip}，共 {count} 次合併"
    return Text(zh_tw, f"the trail after {since} up to {tip}: {count} merges")


def summary(verdict: TrailVerdict) -> Text:
    """How much is proved of how many, and how many findings there are."""
    levels = ", ".join(f"{name} {count}" for name, count in verdict.levels.items() if count and name != "none")
    none, found, unjudged = verdict.levels["none"], len(verdict.findings), len(verdict.unjudged)
    return Text(
        f"證明：{levels or NONE}；未證明 {none}；發現 {found} 項；無法判斷 {unjudged} 次",
        f"proved: {levels or NONE}; nothing: {none}; findings: {found}; not judged: {unjudged}",
    )


def evidence(verdict: TrailVerdict) -> Text:
    """What there is beside the commits."""
    if verdict.evidence_tip is None:
        return Text("沒有證據分支（evidence）", "there is no evidence branch")
    entries, tip, tags = verdict.evidence_entries, verdict.evidence_tip[:_SHORT], len(verdict.checkpoints)
    return Text(
        f"證據分支 {tip}，{entries} 筆；檢查點 {tags} 個",
        f"evidence branch at {tip}, {entries} entries; {tags} checkpoints",
    )


def no_findings(lang: str) -> str:
    return _NO_FINDINGS.in_(lang)


def tables(verdict: TrailVerdict, lang: str) -> list[Table]:
    """The merges, those that changed the rules, and those that could not be judged."""
    found = [Table(_MERGES.in_(lang), [_head(_HEAD, lang), *(_merge(each, lang) for each in verdict.steps)])]
    if rules := [each for each in verdict.steps if each.rules_after]:
        found.append(Table(_RULES.in_(lang), [_head(_RULES_HEAD, lang), *map(_rules, rules)]))
    if unjudged := verdict.unjudged:
        rows = [(*_which(each), each.unjudged.in_(lang) if each.unjudged else "") for each in unjudged]
        found.append(Table(_UNJUDGED.in_(lang), [_head(_UNJUDGED_HEAD, lang), *rows]))
    return found


def life_heading(life: Life) -> Text:
    tip, count = life.tip[:_SHORT], len(life.steps)
    return Text(f"{life.engagement}：至 {tip} 共 {count} 次合併", f"{life.engagement}: {count} merges up to {tip}")


def life_table(life: Life, lang: str) -> Table:
    return Table("", [_head(_LIFE_HEAD, lang), *(_in_life(life, each) for each in life.steps)])


def findings(verdict: TrailVerdict, lang: str) -> list[Told]:
    return [_told(each, lang) for each in verdict.findings]


def _told(found: TrailFinding, lang: str) -> Told:
    number = f"#{found.number} " if found.number else ""
    at = found.location
    place = f" {at.path}:{at.line}:{at.column}" if at else ""
    where = f"{number}{found.commit[:_SHORT]}{place}".strip() or NONE
    return Told(found.policy, str(found.severity), where, found.message.in_(lang), found.fix.in_(lang))


def _head(texts: Sequence[Text], lang: str) -> Row:
    return tuple(text.in_(lang) for text in texts)


def _merge(step: Judged, lang: str) -> Row:
    names = [each.engagement for each in step.engagements]
    shown = ", ".join(names[:_MOST_ENGAGEMENTS]) + (f" … ({len(names)})" if len(names) > _MOST_ENGAGEMENTS else "")
    form = _FORMS[step.form].in_(lang)
    number = _number(step) if not form else f"{_number(step)} ({form})"
    lacks = lacking(step).in_(lang) if step.lacks else ""
    return number, step.day, ", ".join(step.authors), shown or NONE, step.commit[:_SHORT], level(step), lacks


def _rules(step: Judged) -> Row:
    rules = _digest(step.policy_digest), _digest(step.rules_after)
    names, approved = ", ".join(step.authors), ", ".join(step.approved_by)
    return _number(step), step.day, names, *rules, approved or NONE, step.commit[:_SHORT]


def _which(step: Judged) -> Row:
    return _number(step), step.day, step.commit[:_SHORT]


def _in_life(life: Life, step: Judged) -> Row:
    touched = life.touched(step)
    before, after = (_digest(each) for each in (touched.scope_before, touched.scope_after)) if touched else ("?", "?")
    scope = after if before == after else f"{before} → {after}"
    added = ", ".join(each.removeprefix("journal/") for each in touched.added) if touched else ""
    names, approved = ", ".join(step.authors), ", ".join(step.approved_by)
    return _number(step), step.day, names, scope, added or NONE, approved or NONE, step.commit[:_SHORT], level(step)


def level(step: Judged) -> str:
    return "?" if step.unjudged else f"T{step.level}" if step.level else NONE


def _number(step: Judged) -> str:
    return f"#{step.number}" if step.number else NONE


def _digest(value: str) -> str:
    return value.removeprefix("sha256:")[:_SHORT] or NONE
