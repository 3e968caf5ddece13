"""`vendorbook/register/v1`: every table as a list of objects (docs/api.md), texts in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from vendorbook.exports.export import Export
from vendorbook.exports.tabular import Cell, Table
from vendorbook.model import Text
from vendorbook.reports.inert import harmless_json

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
    }
    head = json.dumps(data, ensure_ascii=False, indent=2).removesuffix("\n}")
    tables = ",\n".join(map(_table, export.tables))
    return {"": harmless_json(f'{head},\n  "tables": {{\n{tables}\n  }}\n}}\n').encode()}


def _table(table: Table) -> str:
    rows = ",\n".join(_rows(table))
    return f'    "{table.name}": [\n{rows}\n    ]' if rows else f'    "{table.name}": []'


def _rows(table: Table) -> Iterator[str]:
    """A row a line: a register of hundreds has hundreds of thousands, which nobody reads cell by cell."""
    encoded = json.JSONEncoder(ensure_ascii=False).encode
    names = [column.name for column in table.columns]
    for row in table.rows:
        yield "      " + encoded(dict(zip(names, map(_plain, row), strict=True)))


def _plain(cell: Cell) -> object:
    if isinstance(cell, Text):
        return cell.both()
    if isinstance(cell, date):
        return cell.isoformat()
    return list(cell) if isinstance(cell, tuple) else cell
