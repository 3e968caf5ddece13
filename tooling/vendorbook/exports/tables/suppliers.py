"""Who the suppliers are."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_suppliers
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 10
TITLE = Text("供應商", "Suppliers")
FIELDS = (
    Field("name", Kind.BOTH),
    Field("registration_number"),
    Field("lei"),
    Field("country"),
    Field("group.id"),
    Field("group.name", Kind.BOTH),
    Field("group.ultimate_parent"),
    Field("head_office.country"),
    Field("head_office.site"),
    Field("certificates.none"),
    Field("incident_mechanism.description"),
    Field("incident_mechanism.confirmed_on", Kind.DATE),
    Field("note"),
)


def table(material: Material) -> Table:
    return of_suppliers(material, "suppliers", TITLE, "", FIELDS)
