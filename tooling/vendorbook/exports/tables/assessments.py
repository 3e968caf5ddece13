"""Risk assessments (Articles 3 and 6)."""

from __future__ import annotations

from vendorbook.exports.fields import Field, Place
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_entries
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 51
TITLE = Text("風險評估", "Risk assessments")
PLACE = Place("journal/risk-assessment", "")
FIELDS = (
    Field("date", Kind.DATE),
    Field("trigger"),
    Field("supersedes"),
    Field("scope_digest"),
    Field("led_by"),
    Field("assessors", Kind.LIST),
    Field("residual_risk"),
    Field("approval.reported_on", Kind.DATE),
    Field("approval.approved_on", Kind.DATE),
    Field("approval.approved_by"),
    Field("checklist.edition"),
    Field("checklist.completed_on", Kind.DATE),
    Field("note"),
)


def table(material: Material) -> Table:
    return of_entries(material, "assessments", TITLE, PLACE, FIELDS)
