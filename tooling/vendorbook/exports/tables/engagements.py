"""The engagements, a line each."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 20
TITLE = Text("委外案", "Engagements")
FIELDS = (
    Field("title", Kind.BOTH),
    Field("status"),
    Field("project_owner"),
    Field("contract.number"),
    Field("contract.signed_on", Kind.DATE),
    Field("contract.starts_on", Kind.DATE),
    Field("contract.ends_on", Kind.DATE),
    Field("contract.ends_on.none"),
    Field("contract.renewal.kind"),
    Field("contract.renewal.notice_days", Kind.COUNT),
    Field("contract.annual_cost.amount", Kind.NUMBER),
    Field("contract.annual_cost.currency"),
    Field("contract.governing_law"),
    Field("contract.confidentiality_at_signing.confirmed_on", Kind.DATE),
    Field("contract.confidentiality_at_signing.confirmed_by"),
)


def table(material: Material) -> Table:
    return of_engagements(material, "engagements", TITLE, "", FIELDS)
