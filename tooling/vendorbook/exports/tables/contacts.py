"""Whom to call at the suppliers."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_suppliers
from vendorbook.exports.tabular import Table
from vendorbook.model import Text

ORDER = 12
TITLE = Text("供應商聯絡人", "Suppliers' contacts")
FIELDS = (
    Field("role"),
    Field("name"),
    Field("email"),
    Field("phone"),
)


def table(material: Material) -> Table:
    return of_suppliers(material, "contacts", TITLE, "contacts[]", FIELDS)
