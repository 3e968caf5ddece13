"""The services of each engagement."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Table
from vendorbook.model import Text

ORDER = 22
TITLE = Text("服務項目", "Services")
FIELDS = (
    Field("id"),
    Field("type"),
    Field("description"),
)


def table(material: Material) -> Table:
    return of_engagements(material, "services", TITLE, "scope.services[]", FIELDS)
