"""Files and mappings that are not what they should be: told with their place, nothing written, never a traceback."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import Ran, run
from tests.cli.small import small
from tests.helpers.repos import write

for _needed in ("openpyxl", "odfdo", "xlsxwriter"):
    pytest.importorskip(_needed, reason="NOBODY LOOKED AT SHEETS: importing them needs pip install '.[import]'")

ROW = "供應商名稱,供應商英文名稱,委外案名稱\r\n雲雀資訊,Lark,代管\r\n"


@pytest.fixture
def register(tmp_path: Path, example_files: dict[str, bytes]) -> Path:
    write(tmp_path / "register", dict(small(example_files)))
    return tmp_path / "register"


def imported(
    capsys: pytest.CaptureFixture[str], register: Path, kind: str, data: bytes, mapping: str = "", *how: str
) -> Ran:
    file = register.parent / f"sheet.{kind}"
    file.write_bytes(data)
    more = []
    if mapping:
        (register.parent / "mapping.yaml").write_text(mapping, "utf-8")
        more = ["--mapping", str(register.parent / "mapping.yaml")]
    return run(
        capsys, "import", kind, str(file), "--root", str(register), "--lang", "en", *(how or ("--write",)), *more
    )


def archive(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return data.getvalue()


FILES = {
    # kind, content: what is told
    "an old xls": ("xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "save an old .xls"),
    "an archive of something else": ("xlsx", archive(letter=b"dear all"), "cannot be read as xlsx"),
    "a spreadsheet of something else": ("ods", archive(letter=b"dear all"), "cannot be read as ods"),
    "an archive that comes to too much": ("xlsx", archive(bomb=b"\0" * 500_000_000), "too large when unpacked"),
    "nothing": ("csv", b"", "no headings"),
    "no headings that are known": ("csv", b"a,b\r\nc,d\r\n", "no headings"),
    "bytes": ("csv", bytes(range(256)), "no headings"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_sheet_is_refused(name: str, register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kind, data, told = FILES[name]
    ran = imported(capsys, register, kind, data)
    assert ran.status == 2
    assert told in ran.err


MAPPINGS = {
    # what the mapping says: the line and column at which it is told, and what
    "a field that there is none": ("columns:\n  supplier.nome: x\n", "2:18", "no field supplier.nome"),
    "a key that there is none": ("colums: {}\n", "1:1", "there is no colums"),
    "what is no mapping": ("columns: [x]\n", "1:1", "name: value"),
    "rows apart": ("header_rows: [1, 3]\n", "1:1", "follow one another"),
    "words without a meaning": ("values:\n  status:\n    - {words: [x]}\n", "3:7", "means"),
    "what cannot be read": ("columns: &x {}\n", "1:10", ""),
}


@pytest.mark.parametrize("name", MAPPINGS)
def test_a_mapping_that_is_wrong_is_refused_at_its_place(
    name: str, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping, place, told = MAPPINGS[name]
    ran = imported(capsys, register, "csv", ROW.encode(), mapping)
    assert ran.status == 2
    assert f"mapping.yaml:{place}: " in ran.err.replace("ya….yaml", "mapping.yaml")
    assert told in ran.err


def test_a_sheet_that_there_is_none(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "there is no sheet other" in imported(capsys, register, "csv", ROW.encode(), "sheet: other\n").err


HOSTILE = ("=HYPERLINK(1)", "\x1b[31mred", "a\u202eb", "::error::x", "x" * 9000, "../../policies", "'; rm", "\u200b")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_hostile_cell_is_text_at_most(text: str, register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`run` holds what is printed to be harmless."""
    row = f"{text},{text},{text},{text}\r\n"
    heading = "供應商名稱,供應商英文名稱,委外案名稱,供應商代號\r\n"
    ran = imported(capsys, register, "csv", (heading + row + row).encode())
    assert ran.status == 1
    assert sorted(each.name for each in (register / "vendors").iterdir()) == ["night-owl", "paper-crane"]


def test_an_owner_whom_two_people_could_be_is_told(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = register / "policies/people.yaml"
    people.write_text(people.read_text("utf-8").replace("name: 纜繫舟", "name: 槳齊飛"), "utf-8")
    data = "供應商名稱,委外案名稱,專案負責人\r\n雲雀資訊,代管,槳齊飛\r\n"
    assert "槳齊飛 is several: s-0107, s-0108" in imported(capsys, register, "csv", data.encode()).out


def test_without_its_packages_it_says_which(
    register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("openpyxl", "vendorbook.importing.from_xlsx"):
        monkeypatch.setitem(sys.modules, name, None)
    ran = imported(capsys, register, "xlsx", archive(letter=b"dear all"))
    assert ran.status == 2
    assert "pip install 'vendorbook[import]'" in ran.err


GOOD = (
    "供應商名稱,供應商英文名稱,供應商國家,委外案名稱,委外案英文名稱,專案負責人,服務類型,作業,涉及系統,資料類別,跨機構,"
    "雲端服務模式,交付標的,交易主機,即時報價,置於網際網路,處理本公司資料\r\n"
    "雲雀資訊,Lark,TW,代管,Hosting,s-0107,維運管理類,維護,settlement,系統紀錄,否,非雲端,系統,否,否,否,是\r\n"
)


def test_a_dry_run_writes_nothing(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(register.rglob("*"))
    ran = imported(capsys, register, "csv", GOOD.encode(), "", "--as-of", "2026-11-22")
    assert (ran.status, "nothing was written" in ran.out) == (0, True)
    assert sorted(register.rglob("*")) == before
    assert imported(capsys, register, "csv", GOOD.encode()).status == 0
    assert (register / "vendors/lark/hosting/engagement.yaml").is_file()


BACKWARDS = {
    # the last day of a contract that starts on 2024-05-07: the cells that are told
    "2024-05-06": ["C2", "D2"],
    "2024-05-07": [],
}


@pytest.mark.parametrize("ends", BACKWARDS)
def test_neither_day_of_a_contract_that_ends_before_it_starts_is_used(
    ends: str, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = f"供應商代號,委外案代號,合約起日,合約迄日\r\npaper-crane,new,2024-05-07,{ends}\r\n"
    out = imported(capsys, register, "csv", data.encode()).out
    assert [line.split("!")[1].split()[0] for line in out.splitlines() if "before the first" in line] == BACKWARDS[ends]
