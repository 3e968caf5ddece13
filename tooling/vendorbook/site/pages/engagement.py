"""An engagement: how it stands and why, every version of its scope, its journal, its facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple

from markupsafe import Markup

from vendorbook.register import Engagement
from vendorbook.reports.due import Item
from vendorbook.site.history import Change, RecordChange
from vendorbook.site.money import money
from vendorbook.site.pages.changed import line, shown
from vendorbook.site.pages.viewed import (
    anchor,
    behind,
    blocks,
    is_applicable,
    journal,
    other_title,
    owner,
    ring,
    standings,
    status,
    totals,
)
from vendorbook.site.paths import record
from vendorbook.site.rendering import Page, Rendering

_BARE = Markup("–")


class Assessed(NamedTuple):
    """A re-assessment that came with a change."""

    anchor: str
    day: str
    trigger: str
    approved_by: str
    approved_on: Any


def pages(of: Rendering) -> Iterator[Page]:
    by_record = _by_record(of.site.changes)
    due: dict[str, list[Item]] = {}
    for item in of.site.due:
        due.setdefault(item.finding.record, []).append(item)
    for reading in of.site.readings:
        for each in reading.engagements:
            view = _view(each, of, by_record.get(each.id, []), due.get(each.id, []))
            yield of.page(record(each.id), "engagement", of.names.record(each.id), view=view)


def _by_record(changes: Sequence[Change]) -> dict[str, list[tuple[Change, RecordChange]]]:
    found: dict[str, list[tuple[Change, RecordChange]]] = {}
    for change in changes:
        for each in change.records:
            found.setdefault(each.record, []).append((change, each))
    return found


def _view(
    each: Engagement, of: Rendering, history: Sequence[tuple[Change, RecordChange]], due: Sequence[Item]
) -> SimpleNamespace:
    root, stands = each.root, standings(each.id, of)
    shown_blocks, entries = blocks(root, of), journal(each.journal, of)
    counts = totals(stands)
    return SimpleNamespace(
        id=each.id,
        slug=each.id.replace("/", "-"),
        supplier=each.supplier.id,
        path=root.source.path,
        folder=f"vendors/{each.id}",
        status=status(each, of),
        core=each.facts.core,
        cloud=each.facts.cloud,
        other_title=other_title(root, "title", of),
        owner=owner(root, of),
        number=root.text("contract.number") or "–",
        starts=root.date("contract.starts_on"),
        ends=each.facts.contract_end,
        cost=_cost(each, of),
        systems=[of.names.system(str(name)) for name in root.values("scope.systems[]")],
        assessment=_newest(each, of),
        ring=ring(counts, of),
        totals=counts,
        unjudged=each.id in of.site.verdict.unjudged,
        standings=[behind(stand, of, shown_blocks, entries) for stand in stands if is_applicable(stand)],
        not_applicable=[stand.obligation for stand in stands if not is_applicable(stand)],
        versions=[_version(change, of_record, each, of) for change, of_record in history if _tells(of_record)],
        due=due,
        journal=entries,
        blocks=shown_blocks,
    )


def _cost(each: Engagement, of: Rendering) -> Markup:
    value = each.root.plain("contract.annual_cost")
    if of.site.audience.withholds("engagement", ("contract", "annual_cost")):
        return of.facts.value("engagement", "", ("contract", "annual_cost"))
    if isinstance(value, dict) and "amount" in value:
        return money(value["amount"], str(value.get("currency", "")), of.lang)
    return of.facts.value("engagement", value, ("contract", "annual_cost")) if value is not None else _BARE


def _newest(each: Engagement, of: Rendering) -> dict[str, Any] | None:
    entries = each.entries("risk-assessment")
    if not entries:
        return None
    newest = max(entries, key=lambda entry: (entry.date, entry.id))
    risk = newest.root.text("residual_risk")
    said = of.site.words.choice("journal/risk-assessment", ("residual_risk",), risk)
    word = said.in_(of.lang) if said else risk
    return {"date": newest.date, "anchor": anchor(newest.id), "residual": of.say("residual_risk", risk=word)}


def _tells(of_record: RecordChange) -> bool:
    """Whether a change belongs to the trail of Article 6: a scope, or an assessment of one."""
    return of_record.scope_changed or bool(of_record.assessments)


def _version(change: Change, of_record: RecordChange, each: Engagement, of: Rendering) -> SimpleNamespace:
    told = shown(change._replace(records=()), of)
    fields = [field for field in of_record.fields or () if field.way[:1] == ("scope",)]
    is_first = of_record.status == "added"
    return SimpleNamespace(
        id=change.id,
        day=change.day,
        number=change.number,
        title=told.title,
        judged=change.judged,
        authors=told.authors,
        reviewers=told.reviewers,
        lines=[line(field, "engagement", of) for field in fields],
        scope_changed=of_record.scope_changed,
        is_first=is_first,
        assessments=[_assessed(entry.path, each, of) for entry in of_record.assessments],
    )


def _assessed(path: str, each: Engagement, of: Rendering) -> Assessed:
    id = path.removeprefix(f"vendors/{each.id}/").removesuffix(".yaml")
    entry = next((one for one in each.journal if one.id == id), None)
    if entry is None:
        return Assessed("journal", id.removeprefix("journal/")[:10], "", "", None)
    trigger = entry.root.text("trigger")
    said = of.site.words.choice("journal/risk-assessment", ("trigger",), trigger)
    by = entry.root.text("approval.approved_by")
    return Assessed(
        anchor(id),
        entry.date.isoformat(),
        said.in_(of.lang) if said else trigger,
        of.site.audience.person(by) if by else "",
        entry.root.date("approval.approved_on"),
    )
