"""`export`: the same bytes everywhere, files where they are asked for, and a word where something is missing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran, run_installed
from tests.cli.small import RECORD, OnDisk
from tests.helpers.repos import Repo
from vendorbook.exports import formats

Run = Callable[..., Ran]
DAY = ("--as-of", "2026-11-22")
SURROUNDINGS = {
    "Turkish, far east, another hash seed": {
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "LANGUAGE": "tr",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "12345",
    },
    "no locale, far west": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "TZ": "Pacific/Niue"},
}


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Repo:
    made = Repo(tmp_path_factory.mktemp("export") / "a")
    made.commit(dict(example_files))
    return made


def _files(root: Path, into: Path, format: str, env: dict[str, str]) -> dict[str, bytes]:
    ran = run_installed(root, "export", format, *DAY, "--confidential", "--output", str(into), env=env)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    if into.is_file():
        return {"": into.read_bytes()}
    return {each.name: each.read_bytes() for each in into.iterdir()}


@pytest.mark.parametrize("format", formats())
def test_the_same_bytes_in_other_folders_and_surroundings(format: str, repo: Repo, tmp_path: Path) -> None:
    first = _files(repo.path, tmp_path / "first", format, {"TZ": "UTC", "PYTHONHASHSEED": "0"})
    clone = repo.clone(tmp_path / "elsewhere" / "another name").path
    assert all(first.values())
    for number, env in enumerate(SURROUNDINGS.values()):
        assert _files(clone, tmp_path / f"other-{number}", format, env) == first


def test_another_day_or_language_is_another_file(repo: Repo, tmp_path: Path) -> None:
    """So that the test above would notice an export of nothing."""
    chosen = {"zh": DAY, "en": (*DAY, "--lang", "en"), "later": ("--as-of", "2026-12-30")}
    for name, options in chosen.items():
        ran = run_installed(repo.path, "export", "ics", *options, "--output", str(tmp_path / name))
        assert ran.status == 0
    assert len({(tmp_path / name).read_bytes() for name in chosen}) == 3


def test_an_earlier_commit(repo: Repo, tmp_path: Path) -> None:
    root = repo.clone(tmp_path / "later").path
    (root / RECORD).write_bytes((root / RECORD).read_bytes().replace(b"Website relaunch", b"Another title"))
    now, then = (run_installed(root, "export", "json", *DAY, *at).out for at in ((), ("--at", "HEAD")))
    assert "Another title" in now
    assert "Another title" not in then
    assert (json.loads(now)["source"], json.loads(then)["source"]) == ("work-tree", "commit")


# -- where it is written -------------------------------------------------------------------------------


def test_text_goes_to_standard_output(register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook("export", "json", *DAY)
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["format"] == "vendorbook/register/v1"


@pytest.mark.parametrize("format", ["xlsx", "ods", "csv", "parquet", "oscal"])
def test_what_cannot_be_printed_needs_a_place(format: str, register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook("export", format, *DAY)
    assert ran.status == 2
    assert "--output" in ran.err


def test_a_folder_with_other_files_is_left_alone(register: OnDisk, vendorbook: Run, tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    assert vendorbook("export", "csv", *DAY, "--output", str(folder)).status == 0
    assert vendorbook("export", "csv", *DAY, "--output", str(folder)).status == 0
    (folder / "mine.txt").write_text("x")
    ran = vendorbook("export", "csv", *DAY, "--output", str(folder))
    assert ran.status == 2
    assert "mine.txt" in ran.err


@pytest.mark.parametrize("place", ["missing/x.xlsx", "."])
def test_a_place_that_cannot_be_written(place: str, register: OnDisk, vendorbook: Run, tmp_path: Path) -> None:
    ran = vendorbook("export", "xlsx", *DAY, "--output", str(tmp_path / place))
    assert ran.status == 2
    assert ran.err


# -- what is asked for ---------------------------------------------------------------------------------


def test_an_engagement_that_is_not_there(register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook("export", "json", *DAY, "--engagement", "paper-crane/none", "--lang", "en")
    assert ran.status == 2
    assert "there is no engagement paper-crane/none" in ran.err


def test_files_that_cannot_be_judged(register: OnDisk, vendorbook: Run) -> None:
    register.write({RECORD: "status: [\n"})
    ran = vendorbook("export", "json", *DAY)
    assert ran.status == 1
    assert json.loads(ran.out)["unjudged"] == ["paper-crane/website"]
    assert RECORD in ran.err


@pytest.mark.parametrize(
    ("format", "module"), [("xlsx", "xlsxwriter"), ("ods", "odfdo"), ("parquet", "pyarrow"), ("ics", "icalendar")]
)
def test_a_package_that_is_missing_is_named(
    format: str, module: str, register: OnDisk, vendorbook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.partition(".")[0] == module]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, module, None)
    ran = vendorbook("export", format, *DAY, "--lang", "en", "--output", str(tmp_path / "x"))
    assert ran.status == 2
    assert "pip install 'vendorbook[export]'" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_schema_of_the_api(vendorbook: Run) -> None:
    ran = vendorbook("schema", "api")
    assert ran.status == 0
    assert json.loads(ran.out)["title"] == "vendorbook/register/v1"


# -- printed -------------------------------------------------------------------------------------------


def test_a_checklist_is_set_up_to_be_printed(repo: Repo, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    file = tmp_path / "one.xlsx"
    wanted = ("--engagement", "night-owl/soc-monitoring")
    assert run_installed(repo.path, "export", "xlsx", *DAY, *wanted, "--output", str(file)).status == 0
    (form,) = [sheet for sheet in load_workbook(file) if sheet.title.startswith("01 ")]

    assert form.page_setup.paperSize == 9
    assert (form.page_setup.orientation, form.page_setup.fitToHeight or 1) == ("portrait", 1)
    assert form.sheet_properties.pageSetUpPr.fitToPage
    assert re.fullmatch(r"\$\d+:\$\d+", form.print_title_rows)
    shown = [cell.value for row in form.iter_rows() for cell in row if cell.value]
    assert shown[0] == "資訊作業委外資安檢查表"
    assert {"night-owl/soc-monitoring", "評估人員", "核准主管"} <= set(shown)
    assert shown.count("簽章：") == 4
    assert "民國115年11月22日" in str(form.oddHeader.left.text)


MISSING = [each for each in ("soffice", "pdftotext") if shutil.which(each) is None]


@pytest.mark.skipif(bool(MISSING), reason=f"not installed, so nothing was printed: {', '.join(MISSING)}")
@pytest.mark.parametrize("format", ["xlsx", "ods"])
def test_libreoffice_prints_a_checklist_on_one_page(format: str, repo: Repo, tmp_path: Path) -> None:
    file = tmp_path / f"one.{format}"
    wanted = ("--engagement", "night-owl/soc-monitoring")
    assert run_installed(repo.path, "export", format, *DAY, *wanted, "--output", str(file)).status == 0
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "one.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()

    (page,) = [each for each in text.split("\f") if "資訊作業委外資安檢查表" in each]
    assert page.count("簽章") == 4
    assert "紙船證券" in page
    assert "vendorbook" in page
