"""A new risk assessment: all that can be worked out, so that what is left is judgement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from vendorbook import yaml_source
from vendorbook.checks.lib.assessments import approved
from vendorbook.checks.lib.durations import length
from vendorbook.editing.desk import Desk
from vendorbook.editing.differences import differences
from vendorbook.editing.drafting import Notes
from vendorbook.editing.given import merged, with_digests
from vendorbook.editing.keeping import keep_entry
from vendorbook.editing.parts import Way
from vendorbook.editing.patience import patiently
from vendorbook.model import CannotJudge, Node, Plain, Text, Unreadable
from vendorbook.register import Engagement, Entry, Register, row, scope_digest

Values = dict[str, Plain]

_VERSIONS = 200
"""How many versions of a record are looked through for the scope that was assessed last."""


class Basis(NamedTuple):
    """What an assessment starts from: the record, the newest approved assessment, the digest of the scope as it is."""

    record: Engagement
    last: Entry | None
    digest: str

    @property
    def trigger(self) -> str:
        """Article 6 where the scope is another than the one assessed; else the yearly round."""
        if self.last is None:
            return "initial"
        return "periodic" if self.last.root.text("scope_digest") == self.digest else "change-of-service"


def basis(desk: Desk, record: str) -> Basis:
    """Raises CannotJudge where there is no such engagement."""
    engagement = desk.engagement(record)
    scope = engagement.root.get("scope")
    if scope is None:
        raise CannotJudge(Text(f"{record} 沒有 scope", f"{record} has no scope"))
    known = approved(engagement, desk.day)
    return Basis(engagement, known[-1] if known else None, scope_digest(scope))


def assess(desk: Desk, record: str, stated: Values) -> str:
    """Writes an assessment, and gives its path. Raises CannotJudge where it would not be one."""
    found = basis(desk, record)
    values: Any = with_digests(merged(_known(desk, found), stated), desk.root / f"vendors/{record}")
    name = f"{values['date']}-risk-assessment"
    return keep_entry(desk, f"vendors/{record}", name, values, _notes(desk, found, values))


def _known(desk: Desk, found: Basis) -> Values:
    owner = found.record.root.text("project_owner")
    values: Values = {"kind": "risk-assessment", "date": desk.today, "trigger": found.trigger}
    values |= {"supersedes": found.last.id} if found.last else {}
    values |= {"scope_digest": found.digest, "led_by": owner, "assessors": [owner]}
    values |= {"concentration": {"firm": firm}} if (firm := _share(desk, found)) else {}
    locations = found.record.root.plain("scope.locations")
    values |= {"locations": locations} if locations else {}
    values |= {"continuity": targets} if (targets := _targets(desk, found.record)) else {}
    edition = current_edition(desk)
    if edition is not None:
        items: list[Plain] = [{"id": str(id)} for id in edition.values("items[].id")]
        values["checklist"] = {"edition": edition.text("id"), "completed_on": desk.today, "items": items}
    return values


def _share(desk: Desk, found: Basis) -> Values | None:
    """The group's share as the register has it; None where it cannot be told."""
    from vendorbook.judging.outsourcing import outsourcing
    from vendorbook.repository import WorkTree

    try:
        whole = patiently(lambda: outsourcing(WorkTree(desk.root), desk.rules, desk.day)).register
    except CannotJudge:
        return None
    register = _counting(whole, found.record, desk)
    before = found.last.root.text("concentration.firm.basis") if found.last else ""
    for name in dict.fromkeys([before or "annual-spend", "engagements"]):
        share = register.share(found.record.supplier.group, name, desk.day, including=found.record.id)
        if share is not None:
            return {"percent": round(share, 1), "basis": name, "as_of": desk.today}
    return None


def _counting(register: Register, record: Engagement, desk: Desk) -> Register:
    """The register with the engagement in it: a draft is not counted yet, and will be once it is none."""
    if any(each.id == record.id for each in register.rows):
        return register
    own = row(record, desk.book.systems, desk.book.firm)
    return Register((*register.rows, own), register.decisions)


def _targets(desk: Desk, record: Engagement) -> Values:
    """The strictest recovery targets that the inventory states for the systems in scope."""
    systems = [
        desk.book.systems[str(name)] for name in record.root.values("scope.systems[]") if name in desk.book.systems
    ]
    stated = {name: [text for each in systems if (text := each.text(name))] for name in ("rto", "rpo")}
    return {name: min(each, key=length) for name, each in stated.items() if each}


def current_edition(desk: Desk) -> Node | None:
    """The newest edition of the checklist that is in effect on the day."""
    editions = [each for each in desk.book.checklist.find("editions[]") if each.text("effective_on") <= desk.today]
    return max(editions, key=lambda each: each.text("effective_on"), default=None)


def _notes(desk: Desk, found: Basis, values: Values) -> Notes:
    above: dict[Way, list[str]] = {("trigger",): list(_since(desk, found))}
    return Notes({way: lines for way, lines in above.items() if lines}, _questions(desk, found, values))


def _questions(desk: Desk, found: Basis, values: Values) -> dict[Way, str]:
    """Beside every item that is not answered: its question, and what was answered last time."""
    edition = current_edition(desk)
    asked = {each.text("id"): each.text(f"question.{desk.lang}") for each in edition.find("items[]")} if edition else {}
    before = (
        {}
        if found.last is None
        else {each.text("id"): each.text("answer") for each in found.last.root.find("checklist.items[]")}
    )
    checklist: Any = values.get("checklist", {})
    notes: dict[Way, str] = {}
    for index, item in enumerate(checklist.get("items", [])):
        if "answer" not in item:
            last = before.get(item["id"], "")
            said = desk.say(f"（上次：{last}）", f" (last time: {last})") if last else ""
            notes["checklist", "items", index] = f"{asked.get(item['id'], '')}{said}"
    return notes


def _since(desk: Desk, found: Basis) -> Iterator[str]:
    """What differs from the scope that was assessed last."""
    if found.last is None:
        return
    if found.trigger == "periodic":
        yield desk.say(f"範圍與 {found.last.id} 相同", f"the scope is that of {found.last.id}")
        return
    before = _assessed_scope(desk, found)
    if before is None:
        yield desk.say(
            f"範圍與 {found.last.id} 不同；git 歷史中找不到當時的範圍",
            f"the scope is another than that of {found.last.id}, which the git history does not show",
        )
        return
    yield desk.say(f"與 {found.last.id} 相較，範圍之異動：", f"what differs in the scope from {found.last.id}:")
    yield from (f"  {line}" for line in differences(before, found.record.root.plain("scope") or {}))


def _assessed_scope(desk: Desk, found: Basis) -> Plain | None:
    """The scope as it was in the newest commit that the last assessment's digest fits; None where none does."""
    from vendorbook import git

    path = f"vendors/{found.record.id}/engagement.yaml"
    wanted = found.last.root.text("scope_digest") if found.last else ""
    try:
        for data in git.versions(desk.root, path, _VERSIONS):
            scope = _scope_in(data, path)
            if scope is not None and scope_digest(scope) == wanted:
                return scope.value
    except CannotJudge:  # outside of git there is no history
        return None
    return None


def _scope_in(data: bytes, path: str) -> Node | None:
    try:
        return yaml_source.read(data, path).root.get("scope")
    except Unreadable:
        return None
