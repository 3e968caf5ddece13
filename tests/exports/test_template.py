"""The import template, filled with the register: what it carries is read as it was, and the rest is told."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Ran, run
from tests.conftest import AS_OF, ROOT

for _needed in ("openpyxl", "odfdo", "xlsxwriter"):
    pytest.importorskip(_needed, reason="NOBODY LOOKED AT TEMPLATES: they need pip install '.[import,export]'")

from vendorbook.importing import reading  # noqa: E402

KINDS = ("xlsx", "ods", "csv")
ENGAGEMENTS = len(list(ROOT.glob("vendors/*/*/engagement.yaml")))
OWNER = "vendors/paper-crane/website/engagement.yaml"

Command = Callable[..., Ran]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return lambda *words, root, lang="en": run(capsys, *map(str, words), "--root", str(root), "--lang", lang)


@pytest.fixture
def exported(command: Command, tmp_path: Path) -> Callable[..., Path]:
    def export(root: Path, kind: str, name: str, *more: str, lang: str = "en", status: int = 0) -> Path:
        file = tmp_path / f"{name}.{kind}"
        assert command("export", "template", file, *more, root=root, lang=lang).status == status
        return file

    return export


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A register with the example's people, systems and rules, and without records."""
    for folder in ("policies", "schemas"):
        shutil.copytree(ROOT / folder, tmp_path / "empty" / folder)
    (tmp_path / "empty/vendors").mkdir()
    return tmp_path / "empty"


def cells(file: Path) -> list[list[Any]]:
    """What stands below the headings of the sheet."""
    return [[cell.value for cell in row] for row in reading.read(file, file.suffix[1:])[0].rows[1:]]


@pytest.mark.parametrize(("kind", "lang"), [("xlsx", "zh-TW"), ("ods", "en"), ("csv", "zh-TW")])
def test_taken_in_by_the_same_register_it_changes_nothing(
    kind: str, lang: str, exported: Callable[..., Path], command: Command
) -> None:
    file = exported(ROOT, kind, "register", "--confidential", lang=lang)
    ran = command("import", kind, file, root=ROOT)
    counts = f"rows: {ENGAGEMENTS}, drafts: 0, unchanged: {ENGAGEMENTS}, places not used: 0, records not written: 0"
    assert ran.out.splitlines()[-1] == counts
    assert ran.status == 0


@pytest.mark.parametrize("kind", KINDS)
def test_taken_in_by_an_empty_register_every_cell_comes_out_again(
    kind: str, empty: Path, exported: Callable[..., Path], command: Command
) -> None:
    first = exported(ROOT, kind, "first", "--confidential")
    ran = command("import", kind, first, "--write", "--as-of", AS_OF, root=empty)
    assert ran.status == 0, ran.out
    second = exported(empty, kind, "second", "--confidential")
    assert cells(second) == cells(first)
    assert len(cells(first)) == ENGAGEMENTS
    assert second.read_bytes() == first.read_bytes()  # no clock is in it either


def test_no_clock_is_in_it(exported: Callable[..., Path]) -> None:
    for kind in ("xlsx", "ods"):
        with zipfile.ZipFile(exported(ROOT, kind, "blank", "--empty")) as archive:
            told = b"".join(archive.read(name) for name in archive.namelist() if "core.xml" in name or "meta" in name)
        assert b"1980-01-01T12:00:00" in told
        assert str(date.today().year).encode() not in told  # noqa: DTZ011


def test_it_is_blank_where_there_is_nothing(empty: Path, exported: Callable[..., Path], command: Command) -> None:
    for lang in ("zh-TW", "en"):
        for kind in KINDS:
            file = exported(empty, kind, lang, lang=lang)
            again = command("export", "template", file, root=empty)
            assert (again.status, "is there already" in again.err) == (2, True)
            assert file.read_bytes() == exported(ROOT, kind, f"{lang}-empty", "--empty", lang=lang).read_bytes()
            assert len(reading.read(file, kind)) == (1 if kind == "csv" else 2)  # the guide
            ran = command("import", kind, file, root=empty)
            assert (ran.status, ran.err) == (0, "")
            assert "rows: 0, drafts: 0, unchanged: 0, places not used: 0" in ran.out


def test_another_kind_of_file_is_refused(empty: Path, tmp_path: Path, command: Command) -> None:
    ran = command("export", "template", tmp_path / "sheet.pdf", root=empty)
    assert (ran.status, "ends in .xlsx, .ods or .csv" in ran.err) == (2, True)


def test_what_it_does_not_carry_is_told(tmp_path: Path, command: Command) -> None:
    ran = command("export", "template", tmp_path / "sheet.csv", root=ROOT)
    assert f"status ({ENGAGEMENTS})" in ran.out
    assert "contract.clauses (14)" in ran.out
    assert "supplier.contacts.1 (6)" in ran.out
    assert "scope.services" not in ran.out
    assert (
        "confidential, written with --confidential alone: Supplier contact, Supplier phone, Supplier e-mail" in ran.out
    )
    assert b"@banyan-networks.example" not in (tmp_path / "sheet.csv").read_bytes()


def test_a_cell_that_cannot_say_it_is_left_out_and_told(on_disk: Path, exported: Callable[..., Path]) -> None:
    record = on_disk / OWNER
    before = record.read_text("utf-8")
    record.write_text(before.replace("project_owner: s-", "project_owner: s-99"), "utf-8")
    assert record.read_text("utf-8") != before
    file = exported(on_disk, "csv", "sheet", status=1)
    assert "s-99" not in file.read_text("utf-8")


def test_a_record_that_cannot_be_read_is_told(on_disk: Path, command: Command, tmp_path: Path) -> None:
    (on_disk / OWNER).write_text("{", "utf-8")
    ran = command("export", "template", tmp_path / "sheet.csv", root=on_disk)
    assert ran.status == 1
    assert f"cannot be read, and is not in it: {OWNER}" in ran.err
    assert '"website"' not in (tmp_path / "sheet.csv").read_text("utf-8")


def test_no_cell_is_a_formula(on_disk: Path, exported: Callable[..., Path], command: Command) -> None:
    from openpyxl import load_workbook

    record = on_disk / OWNER
    before = record.read_text("utf-8")
    record.write_text(
        before.replace("zh-TW: 公司網站改版", 'zh-TW: "=1+1"').replace("Website relaunch", '"@SUM(A1)"'), "utf-8"
    )
    for kind in KINDS:
        file = exported(on_disk, kind, "sheet")
        assert command("import", kind, file, root=on_disk).status == 0
    sheet = load_workbook(file.with_suffix(".xlsx")).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s", "n", "d"}
    in_csv = [cell for line in csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")) for cell in line]
    assert {"'=1+1", "'@SUM(A1)"} <= set(in_csv)


def test_suppliers_of_one_name_stay_apart_by_their_ids(
    on_disk: Path, empty: Path, exported: Callable[..., Path], command: Command
) -> None:
    names = "name: {zh-TW: 同名, en: Same}\nregistration_number: '00000012'\ncountry: TW\n"
    for id in ("heron-cloud", "night-owl"):
        (on_disk / f"vendors/{id}/supplier.yaml").write_text(f"id: {id}\n{names}", "utf-8")
    first = exported(on_disk, "csv", "first")
    assert command("import", "csv", first, root=on_disk).status == 0
    assert command("import", "csv", first, "--write", root=empty).status == 0
    assert cells(exported(empty, "csv", "second")) == cells(first)


STATUSES = {
    # what the sheet says of an engagement that is a draft: whether that is the same, and what is told
    "草稿": (0, "unchanged: 1"),
    "draft": (0, "unchanged: 1"),
    "履約中": (1, "the record says otherwise: draft"),
    "done": (1, "the record says otherwise: draft"),
}


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_compared_and_never_taken_over(
    status: str, on_disk: Path, tmp_path: Path, command: Command
) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(f"供應商代號,委外案代號,狀態\r\npaper-crane,website,{status}\r\nnew,new,{status}\r\n", "utf-8")
    (tmp_path / "one.csv").write_text("".join(sheet.read_text("utf-8").splitlines(keepends=True)[:2]), "utf-8")
    ran = command("import", "csv", tmp_path / "one.csv", root=on_disk)
    assert (ran.status, STATUSES[status][1] in ran.out) == (STATUSES[status][0], True)
    is_noted = "the status is not taken over" in command("import", "csv", sheet, root=on_disk).out
    assert is_noted is (status not in ("草稿", "draft"))
