"""What became of the assets that a supplier held (Article 8)."""

from __future__ import annotations

from vendorbook.exports.fields import Field
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_engagements
from vendorbook.exports.tabular import Kind, Table
from vendorbook.model import Text

ORDER = 49
TITLE = Text("資產處置", "Dispositions")
FIELDS = (
    Field("held"),
    Field("kind"),
    Field("disposed_on", Kind.DATE),
    Field("confirmed_by"),
    Field("no_certificate_reason"),
)


def table(material: Material) -> Table:
    return of_engagements(material, "dispositions", TITLE, "exit.dispositions[]", FIELDS)
