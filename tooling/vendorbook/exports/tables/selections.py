"""Who was chosen, by whom and why."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 26
TITLE = Text("評選結果", "Selection results")
FIELDS = (
    Field("selected"),
    Field("decided_on", Kind.DATE),
    Field("decided_by"),
    Field("reason"),
)


def table(material: Material) -> Table:
    return of_engagements(material, "selections", TITLE, "selection.result", FIELDS)
