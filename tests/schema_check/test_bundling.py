"""A bundle says what the files say together, and refers to nothing outside."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any, cast

import pytest

from vendorbook.model import Plain
from vendorbook.schema_check import Schemas, bundle
from vendorbook.schema_check.bundling import Bundler
from vendorbook.schema_check.faults import validator
from vendorbook.schema_check.judging import judge

KINDS = 25


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (value for key, value in part.items() if key == "$ref" and isinstance(value, str))
    for below in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from references(below)


def test_every_kind_has_a_bundle_that_refers_only_to_itself(schemas: Schemas) -> None:
    assert len(schemas.kinds) == KINDS
    for kind in schemas.kinds:
        schema = bundle(schemas, kind)
        within = {f"#/$defs/{name}" for name in schema.get("$defs", {})}
        assert set(references(schema)) == within, f"{kind}: something refers outside, or is not referred to"


def test_a_bundle_is_the_same_every_time(files: dict[str, bytes]) -> None:
    first, again = (Schemas(dict(order)) for order in (files.items(), reversed(files.items())))

    assert {kind: json.dumps(first.bundle(kind)) for kind in first.kinds} == {
        kind: json.dumps(again.bundle(kind)) for kind in reversed(again.kinds)
    }


FILES: dict[str, Any] = {
    "schemas/top.schema.json": {
        "$schema": "x",
        "title": "頂",
        "properties": {"a": {"$ref": "below/part.schema.json"}, "title": {"$ref": "#/$defs/own"}},
        "$defs": {"own": {"type": "string", "title": "自有"}, "unused": {"$ref": "nowhere.schema.json"}},
    },
    "schemas/below/part.schema.json": {
        "$schema": "x",
        "description": "部分",
        "properties": {
            "title": {"$ref": "../top.schema.json#/$defs/own", "title": "名"},
            "x-y": {"minLength": 1},
        },
        "items": {"$ref": "../below/part.schema.json"},
    },
}


def test_references_lead_to_the_same_schema_from_wherever_they_stand() -> None:
    assert Bundler(FILES.__getitem__).bundle("schemas/top.schema.json") == {
        "$schema": "x",
        "title": "頂",
        "properties": {"a": {"$ref": "#/$defs/below.part"}, "title": {"$ref": "#/$defs/top:own"}},
        "$defs": {
            "below.part": {
                "description": "部分",
                "properties": {"title": {"$ref": "#/$defs/top:own", "title": "名"}, "x-y": {"minLength": 1}},
                "items": {"$ref": "#/$defs/below.part"},
            },
            "top:own": {"type": "string", "title": "自有"},
        },
    }


def test_a_bare_bundle_keeps_fields_that_are_called_like_texts() -> None:
    assert Bundler(FILES.__getitem__).bundle("schemas/top.schema.json", bare=True) == {
        "$schema": "x",
        "properties": {"a": {"$ref": "#/$defs/below.part"}, "title": {"$ref": "#/$defs/top:own"}},
        "$defs": {
            "below.part": {
                "properties": {"title": {"$ref": "#/$defs/top:own"}, "x-y": {"minLength": 1}},
                "items": {"$ref": "#/$defs/below.part"},
            },
            "top:own": {"type": "string"},
        },
    }


def test_what_is_stricter_than_the_standard_validator_holds_in_every_part(schemas: Schemas) -> None:
    explains = validator(schemas.bundle("engagement"))
    newline_at_the_end: Plain = {"scope": {"locations": [{"country": "TW\n"}]}, "contract": {"number": "a\n"}}

    faulty = {
        ".".join(map(str, error.absolute_path)) for error in explains.iter_errors(cast("Any", newline_at_the_end))
    }

    assert {"scope.locations.0.country", "contract.number"} <= faulty


ELSEWHERE = ["http://127.0.0.1:9/x.json", "https://example.invalid/x.json", "file:///etc/hostname", "urn:x:y"]


@pytest.mark.parametrize("reference", ELSEWHERE)
def test_no_validator_fetches_anything(reference: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_arguments: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", no_network)
    monkeypatch.setattr("builtins.open", no_network)
    schema = {"properties": {"a": {"$ref": reference}}}

    with pytest.raises(ValueError, match="nothing is fetched"):
        judge(schema)
    with pytest.raises(Exception, match="Unresolvable"):
        list(validator(schema).iter_errors({"a": 1}))
