"""How each engagement is overseen (Article 7)."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Table
from vendorbook.model import Text

ORDER = 45
TITLE = Text("監督", "Oversight")
FIELDS = (
    Field("procedure.name"),
    Field("procedure.version"),
    Field("audit.method"),
    Field("audit.every"),
    Field("service_report_every"),
    Field("recovery_plan_every"),
)


def table(material: Material) -> Table:
    return of_engagements(material, "oversight", TITLE, "oversight", FIELDS)
