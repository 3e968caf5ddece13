"""What the exports make for the site: workbooks and the JSON API, of what its audience may see."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests.site.conftest import site_of
from tests.site.reading import texts
from vendorbook.cli.handing import handing
from vendorbook.repository import WorkTree
from vendorbook.site.asked import Asked


@pytest.fixture(scope="module")
def register_json(site_dir: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((site_dir / "api/v1/register.json").read_text("utf-8"))
    return told


def test_the_register_is_as_its_schema_says(register_json: dict[str, Any], site_dir: Path) -> None:
    schema = json.loads((site_dir / "api/v1/register.schema.json").read_text("utf-8"))

    assert [each.message for each in Draft202012Validator(schema).iter_errors(register_json)] == []
    assert len(register_json["tables"]["engagements"]) >= 16


def test_what_is_left_out_is_told_to_be(register_json: dict[str, Any]) -> None:
    empty = {name for name, rows in register_json["tables"].items() if not rows}
    told = {each.partition(".")[0] for each in register_json["withheld"]}

    assert {"fields", "checklists"} == told
    assert told <= empty


def test_inside_it_says_what_the_command_says(register: Path, register_json: dict[str, Any]) -> None:
    from vendorbook import repository
    from vendorbook.exports import export, gathered
    from vendorbook.judging import Rules
    from vendorbook.repository.git_objects import Commit

    snapshot = Commit(register, "HEAD")
    rules = Rules(repository.rules_of(snapshot))
    whole = json.loads(export(gathered(snapshot, rules, site_of(register).day, confidential=True), "en", "json")[""])
    left_out = {"fields", "checklists", "columns"}
    same = {name: rows for name, rows in whole["tables"].items() if name not in left_out}

    assert same == {name: rows for name, rows in register_json["tables"].items() if name not in left_out}
    assert {key: whole[key] for key in whole if key not in ("tables", "withheld")} == {
        key: register_json[key] for key in register_json if key not in ("tables", "withheld")
    }


@pytest.mark.parametrize(("lang", "folder", "name"), [("zh-TW", "", "委外案"), ("en", "en", "Engagements")])
def test_each_language_has_its_workbooks(
    lang: str, folder: str, name: str, site_dir: Path, register_json: dict[str, Any]
) -> None:
    count = len(register_json["tables"]["engagements"])
    for format in ("xlsx", "ods"):
        book = CalamineWorkbook.from_path(str(site_dir / folder / f"register.{format}"))
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=True)
        assert len(rows) == count + 1, (lang, format)
        assert not {"全部欄位", "All fields", "檢查表", "Checklists"} & set(book.sheet_names)


def test_nothing_that_is_withheld_is_in_any_of_them(register: Path) -> None:
    site = site_of(register, Asked("shareable"))
    people = [node.text("name") for node in site.book.people.values()]
    handed = handing(WorkTree(register))(site)
    told = {each.path: _read(each.path, each.content()) for each in handed.files if "schema" not in each.path}

    assert {"register.xlsx", "register.ods", "api/v1/register.json"} == set(told)
    secrets = {*people, *_details(site)}
    assert len(secrets) > 25
    for path, text in told.items():
        assert [each for each in sorted(secrets) if each in text] == [], path
        assert "對外版" in text or "edition for outside" in text, path


def test_findings_say_what_the_pages_say(register: Path) -> None:
    site = site_of(register, Asked("shareable"))
    [file] = [each for each in handing(WorkTree(register))(site).files if each.path.endswith("register.json")]
    rows = json.loads(file.content())["tables"]["findings"]
    policies = site.book.policies
    told = [site.audience.message(each, policies[each.policy]).both() for each in site.verdict.findings]

    assert [row["message"] for row in rows] == told
    assert told != [each.message.both() for each in site.verdict.findings]


def test_they_are_made_when_they_are_asked_for_or_cost_little(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, hand = site_of(register), handing(WorkTree(register))

    assert hand(site._replace(asked=Asked(workbooks=False))).files == ()
    monkeypatch.setattr("vendorbook.cli.handing._MOST_UNASKED", 3)
    left_out = hand(site)
    assert left_out.files == ()
    assert left_out.missing is not None
    assert "--workbooks" in left_out.missing.en
    assert hand(site._replace(asked=Asked(workbooks=True))).files


def test_inside_nothing_is_withheld(register_json: dict[str, Any], register: Path) -> None:
    told = json.dumps(register_json, ensure_ascii=False)
    known = _details(site_of(register))
    assert len([each for each in known if each in told]) > len(known) / 2


def _details(site: Any) -> set[str]:
    """Holders of access, contacts, and what incidents were."""
    found: set[object] = set()
    for reading in site.readings:
        found |= set(reading.supplier.root.values("contacts[].name")) | set(
            reading.supplier.root.values("contacts[].email")
        )
        for each in reading.engagements:
            found |= set(each.root.values("access.grants[].holder")) | set(each.root.values("access.grants[].purpose"))
            for entry in each.entries("incident"):
                found |= {entry.root.text("description"), entry.root.text("handling")}
    return {str(each) for each in found if len(str(each)) > 6}


def _read(path: str, data: bytes) -> str:
    if path.endswith(".json"):
        return json.dumps(json.loads(data), ensure_ascii=False)
    if path.endswith(".xlsx"):
        sheets = load_workbook(BytesIO(data), read_only=True)
        return "\n".join(str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return "\n".join(str(c) for name in book.sheet_names for r in book.get_sheet_by_name(name).to_python() for c in r)


def test_the_page_leads_to_all_of_them(site_dir: Path) -> None:
    page = "".join(texts((site_dir / "en/export.html").read_text("utf-8")))

    for name in ("register.xlsx", "register.ods", "api/v1/register.json", "api/v1/register.schema.json"):
        assert name in page
