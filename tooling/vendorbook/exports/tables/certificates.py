"""What the suppliers are certified for."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_suppliers
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 11
TITLE = Text("供應商證照", "Suppliers' certificates")
FIELDS = (
    Field("id"),
    Field("standard"),
    Field("kind"),
    Field("issuer"),
    Field("scope"),
    Field("issued_on", Kind.DATE),
    Field("expires_on", Kind.DATE),
    Field("supersedes"),
)


def table(material: Material) -> Table:
    return of_suppliers(material, "certificates", TITLE, "certificates[]", FIELDS)
