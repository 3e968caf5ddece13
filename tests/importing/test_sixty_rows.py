"""Sixty rows in as bad a state as sheets are found in: sixty valid drafts, all faults told, nothing invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Ran, run
from tests.conftest import git
from vendorbook import repository
from vendorbook.importing.grid import letters
from vendorbook.judging import Rules
from vendorbook.repository import WorkTree
from vendorbook.yaml_source import read

for _needed in ("openpyxl", "odfdo", "xlsxwriter"):
    pytest.importorskip(_needed, reason="NOBODY LOOKED AT SHEETS: importing them needs pip install '.[import]'")

from tests.importing import messy  # noqa: E402
from tests.importing.messy import MAPPING, SHEET, engagements, row_of  # noqa: E402

AS_OF = "2026-11-22"


KINDS = ("xlsx", "ods", "csv")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sheets")
    messy.write_xlsx(folder / "old.xlsx")
    messy.write_ods(folder / "old.ods")
    messy.write_csv(folder / "old.csv")
    (folder / "mapping.yaml").write_text(MAPPING, "utf-8")
    return folder


def taken_in(capsys: pytest.CaptureFixture[str], root: Path, files: Path, *more: str, kind: str = "xlsx") -> Ran:
    mapping = ("--mapping", str(files / "mapping.yaml"))
    where = ("--root", str(root), "--as-of", AS_OF, "--lang", "en")
    return run(capsys, "import", kind, str(files / f"old.{kind}"), *mapping, *where, *more)


def values_at(root: Path, id: str) -> dict[str, Any]:
    kind = "engagement" if "/" in id else "supplier"
    path = f"vendors/{id}/{kind}.yaml"
    found: Any = read((root / path).read_bytes(), path).value
    return dict(found)


def flat(values: Any, way: str = "") -> dict[str, Any]:
    """Leaves by dotted way; lists, and blocks that say `none`, are leaves."""
    if not isinstance(values, dict) or "none" in values:
        return {way: values}
    return {
        name: leaf for key, below in values.items() for name, leaf in flat(below, f"{way}.{key}".strip(".")).items()
    }


def test_a_dry_run_writes_nothing(files: Path, on_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(on_disk.rglob("*"))
    ran = taken_in(capsys, on_disk, files)
    assert ran.status == 1
    assert "nothing was written" in ran.out
    assert sorted(on_disk.rglob("*")) == before


@pytest.mark.parametrize("kind", KINDS)
def test_sixty_rows_are_sixty_valid_drafts_of_what_the_sheet_says(
    kind: str, files: Path, on_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = taken_in(capsys, on_disk, files, "--write", "--format", "json", kind=kind)
    account = json.loads(ran.out)
    drafts = [each for each in account["drafts"] if "/" in each["record"]]
    assert len(drafts) == 60
    assert len(account["drafts"]) == 72
    assert account["written"] is True

    schemas = Rules(repository.rules_of(WorkTree(on_disk))).book.schemas
    by_row = {row: each["record"] for each in drafts for row in each["rows"]}
    for number, engagement in enumerate(engagements()):
        id = by_row[row_of(number)]
        record, supplier = values_at(on_disk, id), values_at(on_disk, id.split("/")[0])
        path = f"vendors/{id}/engagement.yaml"
        assert schemas.problems(read((on_disk / path).read_bytes(), path), "engagement") == []
        assert record.pop("status") == "draft"
        said = flat(record) | {f"supplier.{name}": value for name, value in flat(supplier).items()}
        assert said.pop("id") == id.split("/")[1]
        assert said.pop("supplier.id") == id.split("/")[0]
        assert said == engagement.meant, f"row {row_of(number)}"  # nothing lost, nothing invented


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_that_cannot_be_used_is_told(
    kind: str, files: Path, on_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    account = json.loads(taken_in(capsys, on_disk, files, "--format", "json", kind=kind).out)
    told = {each["cell"] for each in account["unused"] if each["row"] and each["column"]}
    assert told == {
        f"{letters(column + 1)}{row_of(number)}"
        for number, each in enumerate(engagements())
        for column in each.bad
        if kind != "csv" or each.written[column] != "=no result"  # of which nothing is left there
    }
    others = [(each["row"], each["column"]) for each in account["unused"] if not (each["row"] and each["column"])]
    assert others == [(None, 25), (messy.SUM, None)]  # a column without a field, and the sum
    assert {each["sheet"] for each in account["unused"]} == {SHEET if kind != "csv" else "old"}
    for each in account["unused"]:
        assert each["message"]["zh-TW"] != each["message"]["en"]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_is_odd_about_the_sheet_is_told(
    kind: str, files: Path, on_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    account = json.loads(taken_in(capsys, on_disk, files, "--format", "json", kind=kind).out)
    notes = {(each["row"], each["message"]["en"]) for each in account["notes"]}
    for row in messy.HIDDEN:
        assert (row, "a hidden row, read all the same") in notes
    assert (messy.AGAIN, "the headings again, passed over") in notes
    assert (messy.TWICE, f"the same as row {row_of(7)}: used once") in notes
    assert any(row == 1 and "above the headings" in said for row, said in notes)
    assert {each["sheet"] for each in account["notes"] if "not read (" in each["message"]["en"]} == {"說明", "舊資料"}
    assert any("merged cells" in said for _, said in notes)
    taken = [said for _, said in notes if "is taken" in said]
    assert len(taken) == 6
    assert all("hosting-2 instead" in said for said in taken)


def test_it_says_what_each_draft_still_lacks(files: Path, on_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    account = json.loads(taken_in(capsys, on_disk, files, "--format", "json").out)
    for each in account["drafts"]:
        wanted = {"A4.1.5.9"} if "/" not in each["record"] else {"A3.1", "A4.1.1.7", "A5.3.1", "A7.4a"}
        assert wanted <= each["missing"].keys(), each["record"]


def test_taken_in_again_nothing_changes(files: Path, on_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(on_disk, "init", "--quiet")
    taken_in(capsys, on_disk, files, "--write")
    git(on_disk, "add", "--all")
    account = json.loads(taken_in(capsys, on_disk, files, "--write", "--format", "json").out)
    assert account["drafts"] == []
    assert git(on_disk, "diff", "--stat") == ""
    assert git(on_disk, "status", "--porcelain").count("??") == 0


def test_the_register_has_no_new_errors(files: Path, on_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All that the drafts lack is owed when they come into force."""
    taken_in(capsys, on_disk, files, "--write")
    ran = run(capsys, "check", "--root", str(on_disk), "--as-of", AS_OF, "--format", "json", "--no-cache")
    errors = [each for each in json.loads(ran.out)["findings"] if each["severity"] == "error" and not each["waiver"]]
    assert errors == []
