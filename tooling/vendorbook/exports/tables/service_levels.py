"""What service is agreed (Article 4 paragraph 1 item 1(4))."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Table
from vendorbook.model import Text

ORDER = 31
TITLE = Text("服務水準", "Service levels")
FIELDS = (
    Field("id"),
    Field("name"),
    Field("target"),
)


def table(material: Material) -> Table:
    return of_engagements(material, "service_levels", TITLE, "contract.clauses.service_levels.levels[]", FIELDS)
