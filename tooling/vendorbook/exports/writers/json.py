"""`vendorbook/register/v1`: every table as a list of objects (docs/api.md), texts in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from vendorbook.exports.export import Export
from vendorbook.exports.tabular import Cell
from vendorbook.model import Text
from vendorbook.reports.inert import as_json

SAID = Text("供程式讀取之 vendorbook/register/v1", "vendorbook/register/v1, for programs")
IN_FOLDER = False
IS_TEXT = True
FORMAT = "vendorbook/register/v1"


def files(export: Export) -> Mapping[str, bytes]:
    material = export.material
    data = {
        "format": FORMAT,
        "tool": material.tool,
        "as_of": material.as_of.isoformat(),
        "source": material.source,
        "commit": material.commit,
        "policy_digest": material.rules,
        "engagements": None if material.records is None else sorted(each for each in material.records if "/" in each),
        "confidential": material.confidential,
        "withheld": export.withheld,
        "unjudged": [each for each in material.verdict.unjudged if material.has(each)],
        "tables": {
            table.name: [{name: _plain(cell) for name, cell in record.items()} for record in table.records]
            for table in export.tables
        },
    }
    return {"": as_json(data).encode()}


def _plain(cell: Cell) -> object:
    if isinstance(cell, Text):
        return cell.both()
    if isinstance(cell, date):
        return cell.isoformat()
    return list(cell) if isinstance(cell, tuple) else cell
