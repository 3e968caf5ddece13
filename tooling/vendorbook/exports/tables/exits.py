"""How engagements end (Article 8)."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 48
TITLE = Text("終止", "Exits")
FIELDS = (
    Field("kind"),
    Field("reason"),
    Field("decided_on", Kind.DATE),
    Field("ended_on", Kind.DATE),
    Field("complete_by", Kind.DATE),
    Field("access_stopped.confirmed_by"),
    Field("access_stopped.confirmed_on", Kind.DATE),
    Field("held.none"),
    Field("transition.not_applicable"),
    Field("transition.to"),
    Field("transition.receiver"),
    Field("transition.agreed_on", Kind.DATE),
    Field("continuing_confidentiality.duration"),
    Field("continuing_confidentiality.given_on", Kind.DATE),
)


def table(material: Material) -> Table:
    return of_engagements(material, "exits", TITLE, "exit", FIELDS)
