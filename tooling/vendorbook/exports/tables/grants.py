"""Who may reach what (Article 5)."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 40
TITLE = Text("存取權限", "Grants")
FIELDS = (
    Field("id"),
    Field("holder"),
    Field("kind"),
    Field("purpose"),
    Field("privileges", Kind.LIST),
    Field("assets", Kind.LIST),
    Field("requested_by"),
    Field("requested_on", Kind.DATE),
    Field("effective_on", Kind.DATE),
    Field("expires_on", Kind.DATE),
    Field("revoked_on", Kind.DATE),
)


def table(material: Material) -> Table:
    return of_engagements(material, "grants", TITLE, "access.grants[]", FIELDS)
