"""What audits found (Article 7)."""

from __future__ import annotations

from vendorbook.exports.fields import Field, Place
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_entries
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 55
TITLE = Text("稽核發現", "Audit findings")
PLACE = Place("journal/audit", "findings[]")
FIELDS = (
    Field("id"),
    Field("description"),
    Field("owner"),
    Field("due_on", Kind.DATE),
    Field("status"),
    Field("closed_on", Kind.DATE),
)


def table(material: Material) -> Table:
    return of_entries(material, "audit_findings", TITLE, PLACE, FIELDS)
