"""Where services, products and data are (Article 3 paragraph 1 item 5)."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Table
from vendorbook.model import Text

ORDER = 23
TITLE = Text("所在地", "Locations")
FIELDS = (
    Field("id"),
    Field("of"),
    Field("country"),
    Field("site"),
    Field("assessment"),
)


def table(material: Material) -> Table:
    return of_engagements(material, "locations", TITLE, "scope.locations[]", FIELDS)
