"""Every id that a record or its journal mentions is the id of something that exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from vendorbook.checks.lib.references import IN_ENTRIES, IN_RECORD, ids_within, looks_like_staff
from vendorbook.checks.lib.suggest import did_you_mean
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Supplier

_DAY = len("journal/2026-01-05")


def references_resolve(record: Engagement | Supplier, _params: None, context: Context) -> Iterator[Violation]:
    known = _known(record, context)
    if isinstance(record, Engagement):
        yield from _unknown(record.root, IN_RECORD, known)
    for entry in record.journal:
        yield from _unknown(entry.root, IN_ENTRIES.get(entry.kind, {}), known)
    yield from _unknown_items(record)


def _known(record: Engagement | Supplier, context: Context) -> dict[str, Collection[str]]:
    """What may be mentioned, by kind; a supplier's own journal mentions only people and entries."""
    known: dict[str, Collection[str]] = {
        "person": context.people.keys(),
        "system": context.systems.keys(),
        "entry": {entry.id for entry in record.journal},
    }
    if isinstance(record, Engagement):
        top, supplier = record.root, record.supplier.root
        known["certificate"] = _ids(supplier, "certificates[].id") if supplier else set()
        # Where no candidates are listed, `selection-names-its-candidates` says so.
        if candidates := _ids(top, "selection.candidates[].id"):
            known["candidate"] = candidates
        known["grant"] = _ids(top, "access.grants[].id")
        known["held"] = _ids(top, "exit.held[].id")
        known["step"] = _ids(top, "exit.steps[].id")
    return known


def _ids(top: Node, path: str) -> set[str]:
    return set(map(str, top.values(path)))


def _unknown(top: Node, mentions: Mapping[str, str], known: Mapping[str, Collection[str]]) -> Iterator[Violation]:
    for path, kind in mentions.items():
        if kind in known and any(_is_unknown(str(value), kind, known[kind]) for value in top.values(path)):
            for node in top.find(path):
                if _is_unknown(name := str(node.value), kind, known[kind]):
                    yield Violation(node, _values(name, kind, known[kind]), f"unknown-{kind}")


def _is_unknown(name: str, kind: str, known: Collection[str]) -> bool:
    return name not in known and (kind != "person" or looks_like_staff(name))


def _values(name: str, kind: str, known: Collection[str]) -> dict[str, object]:
    """A number says nothing of who else could be meant; of entries, only those of the same kind could."""
    if kind == "person":
        return {"value": name}
    alike = [each for each in known if each[_DAY:] == name[_DAY:]] if kind == "entry" else known
    return {"value": name, "suggestion": did_you_mean(name, alike)}


def _unknown_items(record: Engagement | Supplier) -> Iterator[Violation]:
    """What a follow-up closes is something that the entry it names has raised."""
    entries = {entry.id: entry for entry in record.journal}
    for follow_up in record.entries("follow-up"):
        closed = entries.get(follow_up.root.text("closes.entry"))
        item = follow_up.root.at("closes.item")
        if closed is None or item is None:
            continue
        within = ids_within(closed.root)
        if item.value not in within:
            suggestion = did_you_mean(str(item.value), within)
            values = {"value": item.value, "entry": closed.id, "suggestion": suggestion}
            yield Violation(item, values, "unknown-item", ((closed.root, "closed"),))
