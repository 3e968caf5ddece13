"""A new entry of a journal: what the register knows already of what happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vendorbook.editing.desk import Desk
from vendorbook.editing.drafting import Notes
from vendorbook.editing.given import with_digests
from vendorbook.editing.keeping import keep_entry
from vendorbook.editing.parts import Way
from vendorbook.model import CannotJudge, Plain, Text, as_date
from vendorbook.register import Engagement, Entry, Supplier
from vendorbook.schema_check import JOURNAL_KINDS

Values = dict[str, Plain]

BY_HAND = tuple(kind for kind in JOURNAL_KINDS if kind != "risk-assessment")
"""The kinds that `log` writes; an assessment is `assess`'s."""

_WRITER = {
    "access-review": "reviewer",
    "briefing": "given_by",
    "correction": "by",
    "follow-up": "by",
    "service-report": "reviewer",
}
"""The field of a kind that names who of the firm did it."""


def known(desk: Desk, record: str, kind: str, stated: Values) -> Values:
    """What the register knows of an event of today. Raises CannotJudge where there is no such record."""
    values: Values = {"kind": kind, "date": desk.today}
    if kind in _WRITER and desk.writer:
        values[_WRITER[kind]] = desk.writer
    fills, owner = _OF_THE_REGISTER.get(kind), _owner(desk, record)
    if kind == "correction" and "corrects" in stated:
        values["entry"] = _corrected(str(stated["corrects"]), owner)
    return values | fills(owner, desk) if fills and isinstance(owner, Engagement) else values


def write(desk: Desk, record: str, kind: str, values: Values, suffix: str = "") -> str:
    """Writes an entry, and gives its path. Raises CannotJudge where it cannot be one."""
    day = as_date(values.get("date"))
    if day is None:
        raise CannotJudge(Text(f"日期有誤：{values.get('date')}", f"no date: {values.get('date')}"))
    full: Any = with_digests(values, desk.root / f"vendors/{record}")
    name = f"{day.isoformat()}-{kind}" + (f"-{suffix}" if suffix else "")
    return keep_entry(desk, f"vendors/{record}", name, full, _notes(kind, full, desk))


def _owner(desk: Desk, record: str) -> Engagement | Supplier:
    return desk.engagement(record) if "/" in record else desk.supplier(record)


def _reviewed_grants(record: Engagement, desk: Desk) -> Values:
    """Every grant that is in effect: the reviewer has still to come to an outcome for each."""
    listed = [
        each
        for each in record.root.find("access.grants[]")
        if _is_in_effect(each.text("effective_on"), each.text("revoked_on"), desk)
    ]
    outcomes: list[Plain] = [{"grant": each.text("id")} for each in listed]
    return {"outcomes": outcomes} if outcomes else {}


def _is_in_effect(first: str, revoked: str, desk: Desk) -> bool:
    return bool(first) and first <= desk.today and not (revoked and revoked <= desk.today)


def _delivered(record: Engagement, _desk: Desk) -> Values:
    what = record.root.values("scope.delivers[]")
    exposed = record.root.plain("scope.internet_exposed")
    one: Values = {"what": what[0]} if len(what) == 1 else {}
    return one | ({"internet_exposed": exposed} if isinstance(exposed, bool) else {})


def _levels(record: Engagement, _desk: Desk) -> Values:
    """Every level that was agreed: whether it was met is still to be said."""
    levels = record.root.values("contract.clauses.service_levels.levels[].id")
    return {"levels": [{"id": level} for level in levels]} if levels else {}


_OF_THE_REGISTER: dict[str, Callable[[Engagement, Desk], Values]] = {
    "access-review": _reviewed_grants,
    "delivery": _delivered,
    "service-report": _levels,
}


def _corrected(id: str, owner: Engagement | Supplier) -> Plain:
    """The whole of the entry that is corrected, for its writer to mend."""
    entry: Entry | None = next((each for each in owner.journal if each.id == id), None)
    if entry is None:
        raise CannotJudge(Text(f"日誌沒有 {id}", f"the journal has no {id}"))
    return entry.root.value


def _notes(kind: str, values: Values, desk: Desk) -> Notes:
    if kind != "access-review":
        return Notes()
    choices = " | ".join(desk.fields("journal/access-review").at(("outcomes", 0, "outcome")).choices)
    todo = desk.say(f"請填 outcome：{choices}", f"state outcome: {choices}")
    listed = values.get("outcomes")
    unsaid = (
        [n for n, each in enumerate(listed) if isinstance(each, dict) and "outcome" not in each]
        if isinstance(listed, list)
        else []
    )
    beside: dict[Way, str] = {("outcomes", n): todo for n in unsaid}
    return Notes(beside=beside)
