"""Who approved which use of each grant (Article 5 paragraphs 1 and 3)."""

from __future__ import annotations

from vendorbook.exports.fields import Field, Place, cells, columns
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import ENGAGEMENT
from vendorbook.exports.tabular import Column, Kind, Table
from vendorbook.model import Text

ORDER = 41
PLACE = Place("engagement", "access.grants[].approvals[]")
FIELDS = (
    Field("approved_on", Kind.DATE),
    Field("approved_by"),
    Field("assets", Kind.LIST),
    Field("purpose"),
    Field("least_privilege.assessed_on", Kind.DATE),
    Field("least_privilege.finding"),
)


def table(material: Material) -> Table:
    rows = [
        (engagement.id, grant.text("id"), *cells(approval, FIELDS))
        for engagement in material.engagements
        for grant in engagement.root.find("access.grants[]")
        for approval in grant.find("approvals[]")
    ]
    keys = [ENGAGEMENT, Column("grant", Text("權限", "Grant"))]
    said = Text("存取權限之核准", "Approvals of grants")
    return Table("approvals", said, [*keys, *columns(material.schemas, PLACE, FIELDS)], rows)
