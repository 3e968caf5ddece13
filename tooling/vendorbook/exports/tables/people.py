"""The people that records name by staff id."""

from __future__ import annotations

from vendorbook.exports.fields import Field, Place, cells, columns
from vendorbook.exports.material import Material
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 90
FIELDS = (
    Field("id"),
    Field("name"),
    Field("unit"),
    Field("unit_kind"),
    Field("roles", Kind.LIST),
    Field("from", Kind.DATE),
    Field("until", Kind.DATE),
)


def table(material: Material) -> Table:
    rows = [cells(each, FIELDS) for each in material.book.people.values()]
    heads = columns(material.schemas, Place("people", "people[]"), FIELDS)
    return Table("people", Text("人員", "People"), heads, rows)
