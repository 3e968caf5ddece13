"""What each engagement covers (Article 6)."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 21
TITLE = Text("服務範圍", "Scopes")
FIELDS = (
    Field("activities", Kind.LIST),
    Field("systems", Kind.LIST),
    Field("data_classes", Kind.LIST),
    Field("data_classes.none"),
    Field("cross_institution", Kind.FLAG),
    Field("cloud_model"),
    Field("delivers", Kind.LIST),
    Field("delivers.none"),
    Field("trading_host", Kind.FLAG),
    Field("real_time_quotes", Kind.FLAG),
    Field("quotes_backed_up_by"),
    Field("internet_exposed", Kind.FLAG),
    Field("handles_firm_data", Kind.FLAG),
    Field("subcontractors.none"),
)


def table(material: Material) -> Table:
    return of_engagements(material, "scopes", TITLE, "scope", FIELDS)
