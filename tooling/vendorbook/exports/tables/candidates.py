"""Who was considered (Article 3 paragraph 4)."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 25
TITLE = Text("候選供應商", "Candidates")
FIELDS = (
    Field("id"),
    Field("name"),
    Field("received_assets", Kind.FLAG),
    Field("first_exchange_on", Kind.DATE),
    Field("nda.signed_on", Kind.DATE),
)


def table(material: Material) -> Table:
    return of_engagements(material, "candidates", TITLE, "selection.candidates[]", FIELDS)
