"""Who works for the suppliers."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 24
TITLE = Text("分包商", "Subcontractors")
FIELDS = (
    Field("id"),
    Field("name"),
    Field("rank", Kind.COUNT),
    Field("service"),
    Field("country"),
    Field("site"),
    Field("disclosed_on", Kind.DATE),
    Field("starts_on", Kind.DATE),
    Field("ends_on", Kind.DATE),
)


def table(material: Material) -> Table:
    return of_engagements(material, "subcontractors", TITLE, "scope.subcontractors[]", FIELDS)
