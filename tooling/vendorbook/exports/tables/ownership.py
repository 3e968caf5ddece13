"""Who owns the suppliers."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_suppliers
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 13
TITLE = Text("供應商股權", "Suppliers' ownership")
FIELDS = (
    Field("holder"),
    Field("percent", Kind.NUMBER),
    Field("country"),
)


def table(material: Material) -> Table:
    return of_suppliers(material, "ownership", TITLE, "ownership[]", FIELDS)
