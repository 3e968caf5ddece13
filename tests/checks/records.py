"""Records for tests of one check: what the check reads, and nothing else."""

from __future__ import annotations

from datetime import date

from vendorbook.model import Node
from vendorbook.register import Context, Engagement, Entry, Facts, Register, Supplier
from vendorbook.yaml_source import read

AS_OF = date(2026, 6, 1)


def top(text: str, path: str = "example.yaml") -> Node:
    return read(text.encode(), path).root


def entry(name: str, text: str) -> Entry:
    """An entry: `name` is its id without the folder, `text` what it says besides kind and date."""
    kind, day = name[len("2026-01-05-") :], date.fromisoformat(name[: len("2026-01-05")])
    root = top(f"kind: {kind}\ndate: {day}\n{text}", f"vendors/sample-supplier/sample/journal/{name}.yaml")
    return Entry(f"journal/{name}", kind, day, root)


def engagement(text: str, supplier: str = "id: sample-supplier\n", journal: tuple[Entry, ...] = ()) -> Engagement:
    """The engagement of the examples, without documents."""
    root = top(text, "vendors/sample-supplier/sample/engagement.yaml")
    owner = Supplier("sample-supplier", top(supplier, "vendors/sample-supplier/supplier.yaml"), (), lambda _: None)
    facts = Facts.of(root, {}, AS_OF)
    return Engagement("sample-supplier/sample", root, owner, journal, facts, lambda _: None, lambda _: None)


def context(people: str = "people: []\n", systems: str = "systems: []\n") -> Context:
    nothing = top("stated: false\n")
    known = {node.text("id"): node for node in top(people).find("people[]")}
    inventory = {node.text("id"): node for node in top(systems).find("systems[]")}
    return Context(AS_OF, nothing, inventory, known, nothing, Register())
