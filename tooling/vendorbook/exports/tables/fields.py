"""Every single value of the records, so that no table's choice of columns loses anything."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vendorbook.exports.flat import leaves, said
from vendorbook.exports.material import Material
from vendorbook.exports.rooted import RECORD, roots
from vendorbook.exports.tabular import Column, Kind, Row, Table
from vendorbook.model import Text
from vendorbook.schema_check import Schemas

ORDER = 99
COLUMNS = (
    RECORD,
    Column("file", Text("檔案", "File")),
    Column("pointer", Text("位置", "Pointer")),
    Column("title", Text("欄位", "Field"), Kind.BOTH),
    Column("value", Text("內容", "Value")),
    Column("withheld", Text("機密未匯出", "Withheld"), Kind.FLAG),
)


def table(material: Material) -> Table:
    return Table("fields", Text("全部欄位", "All fields"), COLUMNS, list(_rows(material)))


def _rows(material: Material) -> Iterator[Row]:
    told = _Told(material.schemas)
    for record, kind, root in roots(material):
        for way, leaf in leaves(root):
            path = ".".join(step for step in way if isinstance(step, str))
            title, confidential = told(kind, path)
            withheld = confidential and not material.confidential
            yield record, leaf.source.path, leaf.pointer, title, None if withheld else said(leaf), withheld


class _Told:
    """What the schemas say of a field, looked up once for all that have it."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._look_up = cache(self._looked_up)

    def __call__(self, kind: str, path: str) -> tuple[Text | None, bool]:
        return self._look_up(kind, path)

    def _looked_up(self, kind: str, path: str) -> tuple[Text | None, bool]:
        return self._schemas.title_of(kind, path), self._schemas.confidential(kind, path.split("."))
