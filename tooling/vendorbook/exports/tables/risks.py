"""The risks that assessments found (Article 3 paragraph 2)."""

from __future__ import annotations

from vendorbook.exports.fields import Field, Place
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import of_entries
from vendorbook.exports.tabular import Table
from vendorbook.model import Text

ORDER = 52
TITLE = Text("風險", "Risks")
PLACE = Place("journal/risk-assessment", "risks[]")
FIELDS = (
    Field("id"),
    Field("description"),
    Field("level"),
)


def table(material: Material) -> Table:
    return of_entries(material, "risks", TITLE, PLACE, FIELDS)
