"""Who looks after security on either side (Articles 3 and 7)."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.exports.fields import Field, Place, cells, columns
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import ENGAGEMENT
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.model import Text

ORDER = 46
_FIRM, _SUPPLIER = "oversight.security_staff.firm[]", "oversight.security_staff.supplier[]"
FIELDS = (Field("role"), Field("from", Kind.DATE), Field("until", Kind.DATE))
_STAFF, _NAME = (Field("staff"),), (Field("name"),)


def table(material: Material) -> Table:
    schemas = material.schemas
    named = [
        *columns(schemas, Place("engagement", _FIRM), _STAFF),
        *columns(schemas, Place("engagement", _SUPPLIER), _NAME),
    ]
    keys = [ENGAGEMENT, Column("side", Text("所屬", "Of")), *named]
    heads = [*keys, *columns(schemas, Place("engagement", _FIRM), FIELDS)]
    return Table("security_staff", Text("資安人員", "Security staff"), heads, list(_rows(material)))


def _rows(material: Material) -> Iterator[Row]:
    for engagement in material.engagements:
        for side, place in (("firm", _FIRM), ("supplier", _SUPPLIER)):
            for each in engagement.root.find(place):
                yield engagement.id, side, *cells(each, (*_STAFF, *_NAME, *FIELDS))
