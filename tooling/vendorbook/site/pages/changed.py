"""Changes as they are shown: fields by name, values in words, who wrote them and who reviewed them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from vendorbook.history import Difference, Id
from vendorbook.model import Node, Plain
from vendorbook.register import People
from vendorbook.site.audience import WITHHELD
from vendorbook.site.history import Change, Entry, RecordChange, key_of
from vendorbook.site.inert import inert
from vendorbook.site.money import money
from vendorbook.site.rendering import Rendering
from vendorbook.site.ways import Way
from vendorbook.trail.judged import Judged

_MOST_SHOWN = 60
_SHOWN_AS_ONE = frozenset({"zh-TW", "en", "amount", "currency", "none", "not_applicable"})


class Line(NamedTuple):
    """One field: what it is called, and its values as HTML; None where there is none.

    `size` is how many values there are in it, 0 where it is a single one.
    """

    called: str
    kind: str
    before: Markup | None
    after: Markup | None
    is_scope: bool
    size: int


class ShownEntry(NamedTuple):
    day: str
    kind: str
    status: str


class Detail(NamedTuple):
    """What a change did to one record."""

    record: str
    status: str
    scope_changed: bool
    lines: Sequence[Line] | None
    entries: Sequence[ShownEntry]
    evidence: int


class Shown(NamedTuple):
    """A change as a page shows it. `is_assessed` and `reviewers` are about changes of scope."""

    id: str
    day: date
    number: int | None
    title: str
    authors: Sequence[str]
    reviewers: Sequence[str]
    records: Sequence[str]
    suppliers: Sequence[str]
    level: str
    kinds: Sequence[str]
    details: Sequence[Detail]
    rules: Sequence[tuple[str, str]]
    judged: Judged | None
    scope_changed: bool


def shown(change: Change, of: Rendering) -> Shown:
    people = People(of.site.book.people)
    known = [people.of_commit_identity("", email) for email in change.authors]
    authors = [
        of.site.audience.person(staff) if staff else _stranger(email, of)
        for staff, email in zip(known, change.authors, strict=True)
    ]
    reviewers = change.judged.approved_by if change.judged else ()
    return Shown(
        id=change.id,
        day=change.day,
        number=change.number,
        title=change.title if of.site.audience.sees_all else of.say("change"),
        authors=authors,
        reviewers=[of.site.audience.person(each) for each in reviewers],
        records=[each.record for each in change.records],
        suppliers=list(dict.fromkeys(of.names.supplier_of(each.record) for each in change.records)),
        level=level(change, of),
        kinds=_kinds(change, of),
        details=[detail(each, of) for each in change.records],
        rules=change.rules,
        judged=change.judged,
        scope_changed=any(each.has_another_scope for each in change.records),
    )


def level(change: Change, of: Rendering) -> str:
    """How far a change is proved, in a word."""
    if change.judged is None:
        return of.say("level.unknown")
    return f"T{change.judged.level}" if change.judged.level else of.say("level.none")


def _stranger(email: str, of: Rendering) -> str:
    return email if of.site.audience.sees_all else WITHHELD.in_(of.lang)


def _kinds(change: Change, of: Rendering) -> list[str]:
    kinds = {entry_kind(entry.kind, of) for each in change.records for entry in each.entries}
    kinds |= {of.say(f"changes.record_{each.status}") for each in change.records if each.fields or each.fields is None}
    if any(each.has_another_scope for each in change.records):
        kinds.add(of.say("scope_change"))
    if change.rules:
        kinds.add(of.say("changes.rules_kind"))
    return sorted(kinds) or [of.say("changes.other")]


def detail(change: RecordChange, of: Rendering) -> Detail:
    lines = None if change.fields is None else [line(each, change.kind, of) for each in change.fields[:_MOST_SHOWN]]
    return Detail(
        record=change.record,
        status=change.status,
        scope_changed=change.has_another_scope,
        lines=lines,
        entries=[_entry(each, of) for each in change.entries],
        evidence=change.evidence,
    )


def _entry(entry: Entry, of: Rendering) -> ShownEntry:
    return ShownEntry(entry.day, entry_kind(entry.kind, of), entry.status)


def entry_kind(kind: str, of: Rendering) -> str:
    """What a kind of journal entry is called."""
    return of.site.words.title(f"journal/{kind}", ()).in_(of.lang) if kind else "?"


def line(each: Difference, kind: str, of: Rendering) -> Line:
    """One difference, with its values as the rest of the site shows them."""
    way = key_of(each.way)
    return Line(
        called=called(each, kind, of),
        kind=each.kind,
        before=None if each.before is None else _value(each.before, kind, way, of),
        after=None if each.after is None else _value(each.after, kind, way, of),
        is_scope=each.way[:1] == ("scope",),
        size=max(_size(each.before), _size(each.after)),
    )


def _value(node: Node, kind: str, way: Way, of: Rendering) -> Markup:
    """A value in words; an amount with the currency that stands beside it."""
    beside = node.parent if way[-1:] == ("amount",) else None
    if beside is not None and beside.text("currency") and not of.site.audience.withholds(kind, way):
        return money(node.value, beside.text("currency"), of.lang)
    return _short(of.facts.value(kind, node.value, way))


def _size(node: Node | None) -> int:
    value = node.value if node is not None else None
    if isinstance(value, dict) and value.keys() <= _SHOWN_AS_ONE:
        return 0
    is_block = isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))
    return _leaves(value) if is_block and value is not None else 0


def _leaves(value: Plain) -> int:
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 1 if below is None else sum(map(_leaves, below))


def called(each: Difference, kind: str, of: Rendering) -> str:
    """The way to a field in words: blocks by their titles, items by their ids."""
    parts = []
    for index, step in enumerate(each.way):
        if isinstance(step, Id):
            parts.append(step.id)
        elif isinstance(step, int):
            parts.append(f"#{step + 1}")
        else:
            parts.append(of.site.words.title(kind, key_of(each.way[: index + 1])).in_(of.lang))
    return " › ".join(parts)


def _short(value: Markup) -> Markup:
    return value if value else inert("–")
