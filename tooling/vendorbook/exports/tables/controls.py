"""The controls on each risk (Article 3 paragraph 2)."""

from __future__ import annotations

from vendorbook.exports.fields import Field, Place, cells, columns
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import ENTRY, RECORD, entries
from vendorbook.exports.tabular import Column, Kind, Table
from vendorbook.model import Text

ORDER = 53
PLACE = Place("journal/risk-assessment", "risks[].controls[]")
FIELDS = (
    Field("id"),
    Field("description"),
    Field("owner"),
    Field("due_on", Kind.DATE),
    Field("status"),
    Field("done_on", Kind.DATE),
)


def table(material: Material) -> Table:
    rows = [
        (record, entry.id, risk.text("id"), *cells(control, FIELDS))
        for record, entry in entries(material)
        if entry.kind == "risk-assessment"
        for risk in entry.root.find("risks[]")
        for control in risk.find("controls[]")
    ]
    keys = [RECORD, ENTRY, Column("risk", Text("風險", "Risk"))]
    said = Text("管控措施", "Controls")
    return Table("controls", said, [*keys, *columns(material.schemas, PLACE, FIELDS)], rows)
