"""The JSON API's schema: what `vendorbook/register/v1` looks like, for whoever reads it with a program.

`register-v1.schema.json` is what was promised; a test holds it to the tables. Tables and columns may be added to it,
and readers take no notice of what they do not know; to take one away or change its kind needs a v2 (docs/api.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vendorbook.exports.tabular import Column, Kind, Table

FILE = Path(__file__).with_name("register-v1.schema.json")

_TEXT: dict[str, Any] = {"type": ["string", "null"]}
_KINDS: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: _TEXT,
    Kind.BOTH: {"$ref": "#/$defs/both"},
    Kind.LIST: {"type": ["array", "null"], "items": {"type": "string"}},
    Kind.DATE: {"type": ["string", "null"], "format": "date"},
    Kind.NUMBER: {"type": ["number", "null"]},
    Kind.COUNT: {"type": ["integer", "null"]},
    Kind.FLAG: {"type": ["boolean", "null"]},
}
_BOTH = {
    "type": ["object", "null"],
    "required": ["zh-TW", "en"],
    "properties": {"zh-TW": {"type": "string"}, "en": {"type": "string"}},
}
_HEAD: dict[str, Any] = {
    "format": {"const": "vendorbook/register/v1"},
    "tool": {"type": "string", "description": "The version of vendorbook"},
    "as_of": {"type": "string", "format": "date", "description": "The day that the register was judged as of"},
    "source": {
        "enum": ["commit", "index", "work-tree"],
        "description": "Where the register was read from: the last two may hold what is not committed",
    },
    "commit": {**_TEXT, "description": "That commit, or the one that is checked out; null outside of git"},
    "policy_digest": {"type": "string", "description": "Names the rules that judged"},
    "engagements": {
        "type": ["array", "null"],
        "items": {"type": "string"},
        "description": "The engagements that were asked for; null for the whole register",
    },
    "confidential": {"type": "boolean", "description": "Whether fields that must not leave the firm are in it"},
    "withheld": {"type": "array", "items": {"type": "string"}, "description": "What was left out, as table.column"},
    "unjudged": {
        "type": "array",
        "items": {"type": "string"},
        "description": "Records that are missing in the tables, since their files are at fault",
    },
}


def schema_of(tables: Iterable[Table]) -> dict[str, Any]:
    """The schema that tables with all of their columns come to."""
    listed = {each.name: _table(each) for each in tables}
    shown = {"type": "object", "required": list(listed), "properties": listed}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "vendorbook/register/v1",
        "description": "The register of IT outsourcing, as `vendorbook export json` writes it",
        "type": "object",
        "required": [*_HEAD, "tables"],
        "properties": {**_HEAD, "tables": shown},
        "$defs": {"both": _BOTH},
    }


def _table(table: Table) -> dict[str, Any]:
    row = {
        "type": "object",
        "required": [each.name for each in table.columns if not each.confidential],
        "properties": {each.name: _column(each) for each in table.columns},
    }
    return {"title": table.title.en, "description": table.title.zh_tw, "type": "array", "items": row}


def _column(column: Column) -> dict[str, Any]:
    told = {"title": column.title.en, "description": column.title.zh_tw}
    return {**told, **({"x-confidential": True} if column.confidential else {}), **_KINDS[column.kind]}
