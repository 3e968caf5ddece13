"""From what a check yields to what a reader is shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from vendorbook.model import Due, Finding, Item, Node, Place, Policy, Severity, Text, fingerprint
from vendorbook.policies.rulebook import Rulebook
from vendorbook.schema_check import kind_of


def finding(item: Item, policy: Policy, record: str, book: Rulebook) -> Finding:
    """The finding (or, while its day has not passed, the coming due date) that an item is."""
    values = _values(item, record, book)
    template = policy.cases[item.case] if item.case else policy.message
    field = item.values.get("field", "")
    return Finding(
        policy=policy.id,
        obligations=(item.obligation,) if item.obligation else policy.obligations,
        severity=policy.severity,
        record=record,
        location=item.at.location,
        pointer=item.at.pointer,
        message=template.filled(values),
        fix=policy.fix.filled(values),
        fingerprint=fingerprint(policy.id, record, item.at, f"{item.case}:{field}:{item.obligation}"),
        related=tuple(_place(node, policy.related[name].filled(values)) for node, name in item.related),
        due=item.on if isinstance(item, Due) else None,
    )


def built_in(policy: str, record: str, place: Place, book: Rulebook, pointer: str = "") -> Finding:
    """A finding that the tool makes itself; its control file only explains it."""
    known = book.policies.get(policy)
    fix = known.fix if known else Text("", "")
    severity = known.severity if known else Severity.ERROR
    identity = fingerprint(policy, record, None, f"{place.location.path}:{pointer}:{place.message.en}")
    return Finding(policy, (), severity, record, place.location, pointer, place.message, fix, identity)


def has_passed(item: Item, as_of: date) -> bool:
    """A violation counts at once; what is due counts from the day after."""
    return not isinstance(item, Due) or item.on < as_of


def _values(item: Item, record: str, book: Rulebook) -> Mapping[str, object]:
    values = {"record": record, **item.values}
    if isinstance(item, Due):
        values.setdefault("due", item.on.isoformat())
    if isinstance(values.get("field"), str):
        values["field"] = _field_name(item.at, str(values["field"]), book)
    return values


def _field_name(at: Node, path: str, book: Rulebook) -> Text:
    """A field as people call it, with its name in the file: 「財務能力」(capability.financial)."""
    kind = kind_of(at.source.path)
    full = ".".join([str(step) for step in _block_of(at, path) if not isinstance(step, int)])
    title = book.schemas.title_of(kind, full) if kind else None
    return Text(f"「{title.zh_tw}」（{path}）", f"{title.en.lower()} ({path})") if title else Text(path, path)


def _block_of(at: Node, path: str) -> list[str | int]:
    """The way to a missing field: `at` is the deepest block that exists, so the path may begin above it."""
    steps = path.split(".")
    way = list(at.way)
    for overlap in range(min(len(way), len(steps)), 0, -1):
        if way[-overlap:] == steps[:overlap]:
            return way[:-overlap] + list(steps)
    return way + list(steps)


def _place(node: Node, message: Text) -> Place:
    return Place(node.location, message)
