"""The exceptions that were approved, those that have run out included."""

from __future__ import annotations

from vendorbook.exports.fields import Field, Place
from vendorbook.exports.fields import table as table_of
from vendorbook.exports.material import Material
from vendorbook.exports.tabular import Column, Kind, Table
from vendorbook.model import Text

ORDER = 72
FIELDS = (
    Field("policy"),
    Field("record"),
    Field("file"),
    Field("pointer"),
    Field("reason"),
    Field("compensating_control"),
    Field("requested_by"),
    Field("approved_by"),
    Field("approved_on", Kind.DATE),
    Field("expires_on", Kind.DATE),
)


def table(material: Material) -> Table:
    roots = (((each.text("id"),), each) for each in material.waivers.values() if material.has(each.text("record")))
    keys = [Column("waiver", Text("豁免", "Waiver"))]
    return table_of("waivers", Text("豁免", "Waivers"), material.schemas, Place("waiver"), FIELDS, keys, roots)
