"""The schemas themselves: closed, bounded, explained in both languages, and harmless to whoever validates with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from vendorbook.schema_check import Schemas, formats_are_enforced, kind_of
from vendorbook.schema_check.judging import judge
from vendorbook.schema_check.paths import JOURNAL_KINDS

ROOT = Path(__file__).resolve().parents[1]
RAW = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sorted(ROOT.glob("schemas/**/*.json"))}
FILES: dict[str, Any] = {path: json.loads(data) for path, data in RAW.items()}
META = "schemas/meta.schema.json"
OURS = {path: schema for path, schema in FILES.items() if path != META}
CONDITIONS = frozenset({"if", "then", "else", "allOf", "propertyNames"})
HAN = re.compile("[\u4e00-\u9fff]")


class Part(NamedTuple):
    """A schema within a file, and the way to it. `of_field`: it stands under `properties`."""

    path: str
    way: tuple[str | int, ...]
    schema: dict[str, Any]
    of_field: bool

    def __str__(self) -> str:
        return f"{self.path} {'/'.join(map(str, self.way))}"


def parts(path: str, schema: Any, way: tuple[str | int, ...] = (), *, of_field: bool = False) -> Iterator[Part]:
    """Every schema of a file but those that only ask (`if`) or narrow what another says (`then`)."""
    yield Part(path, way, schema, of_field)
    for key in ("properties", "$defs"):
        for name, below in schema.get(key, {}).items():
            yield from parts(path, below, (*way, key, name), of_field=key == "properties")
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from parts(path, schema[key], (*way, key))


PARTS = [part for path, schema in OURS.items() for part in parts(path, schema)]
FIELDS = [part for part in PARTS if part.of_field]


def target(part: Part) -> Part | None:
    """What a `$ref` leads to."""
    reference = part.schema.get("$ref")
    if reference is None:
        return None
    file, _, name = reference.partition("#/$defs/")
    path = normpath(join(dirname(part.path), file)) if file else part.path
    return Part(path, (name,), FILES[path]["$defs"][name] if name else FILES[path], part.of_field)


def said(part: Part, key: str) -> Any:
    """What a field says, itself or by what it refers to."""
    if key in part.schema:
        return part.schema[key]
    below = target(part)
    return said(below, key) if below else None


def faulty(holds: Any, among: list[Part]) -> list[str]:
    assert among
    return [str(part) for part in among if not holds(part)]


def types(part: Part) -> set[str]:
    kind = part.schema.get("type", [])
    return {kind} if isinstance(kind, str) else set(kind)


def test_there_are_schemas_for_every_kind_and_for_nothing_else() -> None:
    kinds = {
        "supplier",
        "engagement",
        "firm",
        "systems",
        "people",
        "checklist",
        "trail",
        "policy",
        "obligations",
        "waiver",
    }

    assert set(Schemas(RAW).kinds) == kinds | {f"journal/{kind}" for kind in JOURNAL_KINDS}
    assert len(FIELDS) > 300


@pytest.mark.parametrize("path", FILES)
def test_a_schema_is_one_by_the_standard(path: str) -> None:
    Draft202012Validator.check_schema(FILES[path])


def test_every_schema_follows_our_own_rules_for_schemas() -> None:
    ours = judge(FILES[META])

    assert [path for path, schema in OURS.items() if not ours.is_valid(schema)] == []
    assert not ours.is_valid({**FILES["schemas/supplier.schema.json"], "maxItem": 5})


def test_the_rules_for_schemas_are_closed() -> None:
    whole = [part for part in parts(META, FILES[META]) if types(part) == {"object"}]

    assert faulty(lambda part: "additionalProperties" in part.schema, whole) == []


def test_every_field_is_titled_and_described_in_chinese() -> None:
    def holds(part: Part) -> bool:
        title, description = said(part, "title") or "", said(part, "description") or ""
        return bool(description) and (HAN.search(description) is not None) and len(title) <= 20

    assert faulty(holds, FIELDS) == []
    untranslated = {said(part, "title") for part in FIELDS if not HAN.search(said(part, "title"))}
    assert untranslated == {"LEI", "RTO", "RPO", "SHA-256"} & untranslated


def test_every_field_is_titled_and_described_in_english() -> None:
    def holds(part: Part) -> bool:
        english = said(part, "x-en") or {}
        texts = [english.get("title", ""), english.get("description", "")]
        return all(text and not HAN.search(text) and not text.endswith(".") for text in texts)

    assert faulty(holds, FIELDS) == []


def test_every_allowed_value_is_described_in_both_languages() -> None:
    def holds(part: Part) -> bool:
        zh_tw, en = part.schema["enumDescriptions"], part.schema["x-en"]["enumDescriptions"]
        return len(part.schema["enum"]) == len(zh_tw) == len(en) and all(zh_tw) and not HAN.search("".join(en))

    assert faulty(holds, [part for part in PARTS if "enum" in part.schema]) == []


def test_every_block_is_closed() -> None:
    def holds(part: Part) -> bool:
        more = part.schema.get("additionalProperties")
        return more is False or (isinstance(more, dict) and "maxProperties" in part.schema) or is_told_by_its_kind(part)

    assert faulty(holds, [part for part in PARTS if "object" in types(part)]) == []


def is_told_by_its_kind(part: Part) -> bool:
    """The corrected entry: each kind it may be of has a closed schema of its own."""
    branches = {branch["if"]["properties"]["kind"]["const"]: branch["then"]["$ref"] for branch in part.schema["allOf"]}
    kinds = part.schema["properties"]["kind"]["enum"]
    closed = all(FILES[f"schemas/journal/{file}"]["additionalProperties"] is False for file in branches.values())
    return closed and branches == {kind: f"{kind}.schema.json" for kind in kinds} and "kind" in part.schema["required"]


def test_a_correction_may_be_of_every_kind_but_a_correction() -> None:
    entry = FILES["schemas/journal/correction.schema.json"]["properties"]["entry"]

    assert set(entry["properties"]["kind"]["enum"]) == set(JOURNAL_KINDS) - {"correction"}


@pytest.mark.parametrize("kind", JOURNAL_KINDS)
def test_an_entry_says_its_kind_and_its_day(kind: str) -> None:
    schema = FILES[f"schemas/journal/{kind}.schema.json"]

    assert schema["properties"]["kind"]["const"] == kind
    assert {"kind", "date"} <= set(schema["required"])
    assert {"evidence", "note"} <= set(schema["properties"])


BOUNDS = {"string": ["maxLength"], "array": ["maxItems", "items"], "number": ["minimum", "maximum"]}


@pytest.mark.parametrize("kind", BOUNDS)
def test_everything_has_its_bounds(kind: str) -> None:
    of_kind = [part for part in PARTS if kind in types(part) or (kind == "number" and "integer" in types(part))]

    assert faulty(lambda part: set(BOUNDS[kind]) <= set(part.schema), of_kind) == []


def test_lists_whose_items_must_differ_are_of_words() -> None:
    """Comparing blocks pair by pair can take very long."""

    def holds(part: Part) -> bool:
        items = Part(part.path, (*part.way, "items"), part.schema["items"], of_field=False)
        return said(items, "type") == "string" or said(items, "enum") is not None

    assert faulty(holds, [part for part in PARTS if "uniqueItems" in part.schema]) == []


def test_nothing_leads_out_of_the_folder() -> None:
    references = [part for part in PARTS if "$ref" in part.schema]

    assert faulty(lambda part: target(part) is not None, references) == []
    text = b"".join(RAW.values()).replace(b"https://json-schema.org/draft/2020-12/schema", b"")
    assert set(re.findall(rb'"[a-z]+://[^"]*"', text)) == set()
    assert b'"$id"' not in text


CONFIDENTIAL = {
    "schemas/engagement/access.schema.json": ["holder", "requested_by"],
    "schemas/engagement/oversight.schema.json": ["name"],
    "schemas/engagement/selection.schema.json": ["holder"],
    "schemas/journal/briefing.schema.json": ["received_by"],
    "schemas/people.schema.json": ["accounts", "emails", "name"],
    "schemas/supplier.schema.json": ["email", "holder", "name", "phone"],
}


def test_what_must_not_leave_the_firm_is_marked() -> None:
    marked = [(part.path, part.way[-1]) for part in PARTS if part.schema.get("x-confidential")]

    assert sorted(marked) == sorted((path, name) for path, names in CONFIDENTIAL.items() for name in names)


def test_every_yaml_file_of_this_register_has_a_kind() -> None:
    files = [
        path.relative_to(ROOT).as_posix() for top in ("vendors", "policies") for path in (ROOT / top).rglob("*.yaml")
    ]

    assert len(files) > 100
    assert [path for path in files if kind_of(path) in (None, "journal")] == []


def test_formats_are_enforced_where_schemas_use_them() -> None:
    assert formats_are_enforced()
    assert faulty(lambda part: "pattern" in part.schema, [part for part in PARTS if "format" in part.schema]) == []
