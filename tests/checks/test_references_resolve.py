"""No field that holds the id of something else is left unlooked at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.checks.records import context, engagement, entry

from vendorbook.checks.lib.references import IN_ENTRIES, IN_RECORD, looks_like_staff
from vendorbook.checks.references_resolve import references_resolve
from vendorbook.model import Text
from vendorbook.schema_check.paths import JOURNAL_KINDS

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
REFERENCES = {"staff_id": "person", "entry_id": "entry"}


def mentioned(schema: Any, folder: Path, path: str = "") -> Iterator[tuple[str, str]]:
    """Each field of a schema that is a staff id or an entry's id: its dotted path, and which of the two."""
    target = str(schema.get("$ref", ""))
    if (kind := target.rsplit("/", 1)[-1]) in REFERENCES:
        yield path, REFERENCES[kind]
    elif target.endswith(".schema.json"):
        yield from mentioned(json.loads((folder / target).read_text("utf-8")), (folder / target).parent, path)
    for name, field in schema.get("properties", {}).items():
        yield from mentioned(field, folder, f"{path}.{name}".removeprefix("."))
    if isinstance(items := schema.get("items"), dict):
        yield from mentioned(items, folder, f"{path}[]")


def in_file(name: str) -> dict[str, str]:
    path = SCHEMAS / f"{name}.schema.json"
    return dict(mentioned(json.loads(path.read_text("utf-8")), path.parent))


def test_every_id_in_the_record_is_looked_up() -> None:
    fields = in_file("engagement")

    assert fields
    assert fields.items() <= IN_RECORD.items()


@pytest.mark.parametrize("kind", JOURNAL_KINDS)
def test_every_id_in_an_entry_is_looked_up(kind: str) -> None:
    assert in_file(f"journal/{kind}").items() <= IN_ENTRIES.get(kind, {}).items()


def test_kinds_of_entries_that_mention_something_exist() -> None:
    assert set(IN_ENTRIES) <= set(JOURNAL_KINDS)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("s-0107", True), ("S-0107", True), ("s0107", True), ("人", False), ("s-team", False), ("as-1", False)],
)
def test_what_is_meant_as_a_staff_id(name: str, is_one: bool) -> None:
    assert looks_like_staff(name) is is_one


def test_a_name_is_suggested_for_a_system() -> None:
    record = engagement("scope: {systems: [order-rooting]}\n")

    (found,) = references_resolve(record, None, context(systems="systems: [{id: order-routing}]\n"))

    assert found.values == {
        "value": "order-rooting",
        "suggestion": Text("；是否為 order-routing？", "; did you mean order-routing?"),
    }


def test_nobody_is_suggested_for_somebody() -> None:
    (found,) = references_resolve(engagement("project_owner: s-0177\n"), None, context("people: [{id: s-0107}]\n"))

    assert found.values == {"value": "s-0177"}


def test_an_entry_is_suggested_only_for_one_of_its_kind() -> None:
    journal = (
        entry("2026-01-05-incident", ""),
        entry("2026-01-06-audit", "about: journal/2026-01-06-incident\n"),
        entry("2026-02-05-follow-up", "closes: {entry: journal/2026-01-06-briefing}\n"),
    )

    about, closes = references_resolve(engagement("status: active\n", journal=journal), None, context())

    assert "journal/2026-01-05-incident" in str(about.values["suggestion"])
    assert closes.values["suggestion"] == Text("", "")


def test_a_certificate_of_a_supplier_without_a_record_is_unknown() -> None:
    record = engagement("selection: {cloud_security: {certificate: iso-27001}}\n")
    alone = record._replace(supplier=record.supplier._replace(root=None))

    (item,) = references_resolve(alone, None, context())

    assert item.case == "unknown-certificate"
