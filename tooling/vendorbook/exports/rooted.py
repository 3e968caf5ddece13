"""The roots that most tables go through, with the columns that say whose row it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vendorbook.exports.fields import Field, Place, table
from vendorbook.exports.material import Material
from vendorbook.exports.tabular import Column, Table
from vendorbook.model import Node, Text
from vendorbook.register import Entry

SUPPLIER = Column("supplier", Text("供應商", "Supplier"))
ENGAGEMENT = Column("engagement", Text("委外案", "Engagement"))
RECORD = Column("record", Text("紀錄", "Record"))
ENTRY = Column("entry", Text("日誌", "Entry"))


def of_suppliers(material: Material, name: str, said: Text, under: str, fields: Sequence[Field]) -> Table:
    """A row for each item in the suppliers' own records."""
    roots = (((each.id,), each.root) for each in material.suppliers if each.root)
    return table(name, said, material.schemas, Place("supplier", under), fields, [SUPPLIER], roots)


def of_engagements(material: Material, name: str, said: Text, under: str, fields: Sequence[Field]) -> Table:
    """A row for each item in the engagements' records."""
    roots = (((each.id,), each.root) for each in material.engagements)
    return table(name, said, material.schemas, Place("engagement", under), fields, [ENGAGEMENT], roots)


def of_entries(material: Material, name: str, said: Text, place: Place, fields: Sequence[Field]) -> Table:
    """A row for each item in the entries of one kind (`journal/<kind>`), as corrected, of engagements and suppliers."""
    kind = place.kind.removeprefix("journal/")
    roots = (((record, each.id), each.root) for record, each in entries(material) if each.kind == kind)
    return table(name, said, material.schemas, place, fields, [RECORD, ENTRY], roots)


def entries(material: Material) -> Iterator[tuple[str, Entry]]:
    """Every entry of the journals with whose it is: a supplier's before those of its engagements."""
    for supplier in material.suppliers:
        yield from ((supplier.id, each) for each in supplier.journal)
        for engagement in material.engagements:
            if engagement.supplier.id == supplier.id:
                yield from ((engagement.id, each) for each in engagement.journal)


def roots(material: Material) -> Iterator[tuple[str, str, Node]]:
    """(record, kind of file, top) of each supplier, engagement and entry."""
    for supplier in material.suppliers:
        if supplier.root:
            yield supplier.id, "supplier", supplier.root
    for engagement in material.engagements:
        yield engagement.id, "engagement", engagement.root
    for record, entry in entries(material):
        yield record, f"journal/{entry.kind}", entry.root
