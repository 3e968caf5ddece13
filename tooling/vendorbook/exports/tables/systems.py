"""The firm's inventory of systems, that scopes name."""

from __future__ import annotations

from vendorbook.exports.fields import Field, Place, cells, columns
from vendorbook.exports.material import Material
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 91
FIELDS = (
    Field("id"),
    Field("name", Kind.BOTH),
    Field("tier"),
    Field("business"),
    Field("tier_reason"),
    Field("tier_reviewed_on", Kind.DATE),
    Field("owner"),
    Field("rto"),
    Field("rpo"),
    Field("tolerable_downtime"),
)


def table(material: Material) -> Table:
    rows = [cells(each, FIELDS) for each in material.book.systems.values()]
    heads = columns(material.schemas, Place("systems", "systems[]"), FIELDS)
    return Table("systems", Text("系統", "Systems"), heads, rows)
