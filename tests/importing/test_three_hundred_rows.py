"""Three hundred rows in as bad a state as sheets are found in: every fault told at its cell, nothing lost, nothing
invented, and the rest are drafts that say what the sheet says.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.cli.running import Ran, assert_harmless
from tests.helpers.repos import write
from vendorbook import repository
from vendorbook.cli.boundary import status
from vendorbook.importing.grid import Grid, letters
from vendorbook.judging import Rules
from vendorbook.repository import WorkTree
from vendorbook.yaml_source import read

for _needed in ("openpyxl", "odfdo", "xlsxwriter"):
    pytest.importorskip(_needed, reason="NOBODY LOOKED AT SHEETS: importing them needs pip install '.[import]'")

from tests.importing import messy, messy_files  # noqa: E402
from tests.importing.messy import DEFECTS, SHEET, engagements, row_of  # noqa: E402
from vendorbook.importing import headings, reading  # noqa: E402
from vendorbook.importing.fields import Targets  # noqa: E402
from vendorbook.importing.mapping import read_mapping  # noqa: E402
from vendorbook.importing.meaning import words_of  # noqa: E402
from vendorbook.importing.rows import Rows  # noqa: E402
from vendorbook.importing.told import Account  # noqa: E402

AS_OF = "2026-11-22"
IN_ODS = 60
"""Engagements of the sheet of LibreOffice: the library that writes it takes its time."""


class Sheet(NamedTuple):
    """A sheet, the register that it was taken into, and what that came to."""

    files: Path
    root: Path
    ran: Ran
    account: dict[str, Any]

    def run(self, *words: str) -> Ran:
        out = io.StringIO()
        with redirect_stdout(out):
            result = status([*words, "--root", str(self.root), "--lang", "en"])
        ran = Ran(result, out.getvalue(), "")
        assert_harmless(ran)
        return ran

    def taken_in(self, *more: str) -> Ran:
        mapping = ("--mapping", str(self.files / "mapping.yaml"), "--as-of", AS_OF)
        return self.run("import", "xlsx", str(self.files / "old.xlsx"), *mapping, "--format", "json", *more)

    def content(self) -> dict[str, str]:
        places = sorted(each for each in self.root.rglob("*") if each.is_file())
        return {str(each): hashlib.sha256(each.read_bytes()).hexdigest() for each in places}

    @property
    def by_row(self) -> dict[int, str]:
        """The engagement that was written of a row."""
        return {row: each["record"] for each in self.account["drafts"] if "/" in each["record"] for row in each["rows"]}


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory, example_files: Mapping[str, bytes]) -> Sheet:
    files, root = tmp_path_factory.mktemp("sheets"), tmp_path_factory.mktemp("register")
    messy_files.write_xlsx(files / "old.xlsx")
    messy_files.write_ods(files / "old.ods", IN_ODS)
    messy_files.write_csv(files / "old.csv")
    (files / "mapping.yaml").write_text(messy.MAPPING, "utf-8")
    people = example_files["policies/people.yaml"].decode()
    assert all(f"name: {name}\n" in people for name in messy.NAMESAKES)
    namesakes = people.replace(f"name: {messy.NAMESAKES[1]}\n", f"name: {messy.NAMESAKES[0]}\n")
    write(root, {**example_files, "policies/people.yaml": namesakes.encode()})
    made = Sheet(files, root, Ran(0, "", ""), {})
    ran = made.taken_in("--write")
    return made._replace(ran=ran, account=json.loads(ran.out))


@cache
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


def test_there_are_enough_faults_of_enough_kinds() -> None:
    assert len(engagements()) == 300
    assert len({each.kind for each in DEFECTS.values()}) == len(DEFECTS) >= 25


def test_every_fault_is_told_at_its_cell(sheet: Sheet) -> None:
    told = {(each["row"], each["column"]): each for each in sheet.account["unused"]}
    planted = {
        (row_of(number), None if each.column is None or each.value is None else each.column + 1): each.told
        for number, each in DEFECTS.items()
    }
    for place, words in planted.items():
        assert place in told, place
        assert words in told[place]["message"]["en"], told[place]
        assert told[place]["message"]["zh-TW"] != told[place]["message"]["en"]
        assert told[place]["sheet"] == SHEET
        assert told[place]["cell"] == (f"{letters(place[1])}{place[0]}" if place[1] else str(place[0]))
    not_written = {(row_of(number), None) for number, each in DEFECTS.items() if each.is_fatal}
    others = {(None, 25), (messy.SUM, None)}  # a column without a field, and the sum
    assert told.keys() == planted.keys() | not_written | others
    assert len(told) == len(sheet.account["unused"])


def test_the_rest_are_valid_drafts_of_what_the_sheet_says(sheet: Sheet) -> None:
    fatal = {number for number, each in DEFECTS.items() if each.is_fatal}
    assert sheet.account["counts"]["not_written"] == len(fatal) + 1  # and the sum
    assert sheet.by_row.keys() == {row_of(number) for number in range(300) if number not in fatal}
    schemas = Rules(repository.rules_of(WorkTree(sheet.root))).book.schemas
    for number, engagement in enumerate(engagements()):
        if number in fatal:
            continue
        id = sheet.by_row[row_of(number)]
        record, supplier = dict(values_at(sheet.root, id)), values_at(sheet.root, id.split("/")[0])
        path = f"vendors/{id}/engagement.yaml"
        assert schemas.problems(read((sheet.root / path).read_bytes(), path), "engagement") == []
        assert record.pop("status") == "draft"
        said = flat(record) | {f"supplier.{name}": value for name, value in flat(supplier).items()}
        assert said.pop("id") == id.split("/")[1]
        assert said.pop("supplier.id") == id.split("/")[0]
        assert said == engagement.meant, f"row {row_of(number)}"  # nothing lost, nothing invented


def test_no_cell_is_lost_without_a_word(sheet: Sheet) -> None:
    """Each is in a record by its field, or told by its own place, its row's, its column's or its sheet's."""
    told = [*sheet.account["unused"], *sheet.account["notes"]]
    places = {(each["sheet"], each["row"], each["column"]) for each in told}
    missing = [
        (grid.name, row, column)
        for grid in reading.read(sheet.files / "old.xlsx", "xlsx")
        for row, column in _filled(grid)
        if not {(grid.name, row, column), (grid.name, row, None), (grid.name, None, column)} & places
        and not ((grid.name, None, None) in places and grid.name != SHEET)
        and not _is_kept(sheet, row, column)
    ]
    assert missing == []


def _filled(grid: Grid) -> Iterator[tuple[int, int]]:
    for number, row in enumerate(grid.rows, 1):
        yield from ((number, column) for column, cell in enumerate(row, 1) if not cell.is_blank)


def _is_kept(sheet: Sheet, row: int, column: int) -> bool:
    """Whether the record of the row says something of each field that the column is about; the headings are kept so."""
    if row in (3, 4):
        return True
    id = sheet.by_row.get(row)
    if id is None:
        return False
    supplier = flat(values_at(sheet.root, id.split("/")[0])).items()
    said = flat(values_at(sheet.root, id)) | {f"supplier.{name}": value for name, value in supplier}
    return column in _FIELDS and all(name in said for name in _FIELDS[column])


_FIELDS: dict[int, tuple[str, ...]] = {
    column: (name, "contract.ends_on") if name == "contract.starts_on" else (name,)
    for column, name in enumerate(
        (
            *("supplier.name.zh-TW", "supplier.name.en", "supplier.registration_number", "supplier.country"),
            *("title.zh-TW", "title.en", "project_owner", "scope.services", "scope.activities", "scope.systems"),
            *("scope.data_classes", "scope.subcontractors", "scope.delivers", "scope.cloud_model"),
            *("scope.cross_institution", "scope.trading_host", "scope.real_time_quotes", "scope.internet_exposed"),
            *("scope.handles_firm_data", "contract.number", "contract.signed_on", "contract.starts_on"),
            "contract.annual_cost.amount",
        ),
        1,
    )
}
"""By column of the sheet; those beyond are skipped, or of no field."""


def test_what_is_odd_about_the_sheet_is_told(sheet: Sheet) -> None:
    notes = {(each["row"], each["message"]["en"]) for each in sheet.account["notes"]}
    for row in messy.HIDDEN:
        assert (row, "a hidden row, read all the same") in notes
    assert (messy.AGAIN, "the headings again, passed over") in notes
    assert (messy.TWICE, f"the same as row {row_of(7)}: used once") in notes
    assert any(row == 1 and "above the headings" in said for row, said in notes)
    unread = {each["sheet"] for each in sheet.account["notes"] if "not read (" in each["message"]["en"]}
    assert unread == {"說明", "舊資料"}
    assert any("merged cells" in said for _, said in notes)
    assert any("skipped by the mapping" in said for _, said in notes)
    taken = [said for _, said in notes if "is taken" in said]
    assert len(taken) == 15
    assert all("hosting-2 instead" in said for said in taken)


def test_it_says_what_each_draft_still_lacks(sheet: Sheet) -> None:
    for each in sheet.account["drafts"]:
        wanted = {"A4.1.5.9"} if "/" not in each["record"] else {"A3.1", "A4.1.1.7", "A5.3.1", "A7.4a"}
        assert wanted <= each["missing"].keys(), each["record"]


def test_the_register_has_no_new_errors(sheet: Sheet) -> None:
    """All that the drafts lack is owed when they come into force."""
    ran = sheet.run("check", "--as-of", AS_OF, "--format", "json", "--no-cache")
    errors = [each for each in json.loads(ran.out)["findings"] if each["severity"] == "error" and not each["waiver"]]
    assert errors == []


def test_taken_in_again_nothing_changes(sheet: Sheet) -> None:
    before = sheet.content()
    account = json.loads(sheet.taken_in("--write").out)
    assert account["drafts"] == []
    assert sheet.content() == before
    of_cells = [{key: each[key] for key in ("row", "column")} for each in account["unused"] if each["column"]]
    assert of_cells == [
        {key: each[key] for key in ("row", "column")} for each in sheet.account["unused"] if each["column"]
    ]


def test_the_template_of_it_changes_nothing(sheet: Sheet) -> None:
    before, file = sheet.content(), sheet.files / "template.xlsx"
    assert sheet.run("export", "template", str(file)).status == 0
    counts = json.loads(sheet.run("import", "xlsx", str(file), "--write", "--format", "json").out)["counts"]
    assert counts["rows"] == counts["unchanged"] > 300 - len(DEFECTS)
    assert (counts["drafts"], counts["unused"], counts["not_written"]) == (0, 0, 0)
    assert sheet.content() == before


@pytest.mark.parametrize(("kind", "count"), [("ods", IN_ODS), ("csv", 300)])
def test_every_kind_of_sheet_says_the_same(kind: str, count: int, sheet: Sheet) -> None:
    """But for what CSV has of its own: a byte that spoils its line, no formulas, and a sign before a number."""
    rules = Rules(repository.rules_of(WorkTree(sheet.root)))
    targets = Targets(rules.book.schemas)
    mapping = read_mapping(sheet.files / "mapping.yaml", targets)
    words = words_of(rules.book, mapping.values)

    def said(kind: str) -> tuple[dict[int, Any], dict[tuple[int, int], str]]:
        account = Account()
        [grid] = [each for each in reading.read(sheet.files / f"old.{kind}", kind) if each.name in (SHEET, "old")]
        grid.spread()
        heading = headings.find(grid, mapping)
        assert heading is not None
        rows = {row.number: row.said for row in Rows(grid, heading, targets, words, account).read()}
        return rows, {(each.at.row, each.at.column): each.message.en for each in account.unused if each.at.column}

    (rows, told), (rows_in_xlsx, told_in_xlsx) = said(kind), said("xlsx")
    numbers = [row_of(number) for number in range(count)]
    if kind == "csv":
        spoilt = {at for at, words in told.items() if "cannot be decoded" in words}
        assert (messy_files.UNREAD, messy.NUMBER + 1) in spoilt
        assert {row for row, _ in spoilt} == {messy_files.UNREAD}
        assert told[_LESS].startswith("not a number")
        numbers = [each for each in numbers if each not in (messy_files.UNREAD, _LESS[0])]
        told_in_xlsx = {at: words for at, words in told_in_xlsx.items() if "was not saved" not in words}
    assert {each: rows[each] for each in numbers} == {each: rows_in_xlsx[each] for each in numbers}
    assert {at: words for at, words in told.items() if at[0] in numbers} == {
        at: words for at, words in told_in_xlsx.items() if at[0] in numbers
    }


_LESS = (row_of(104), messy.COST + 1)
"""Where less than nothing is asked: a workbook has a number there, which the schema refuses."""
