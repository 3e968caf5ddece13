"""The commands that write, as they are called: what they ask, tell, and leave behind."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from tests.cli.running import Ran, run_installed
from tests.cli.small import OTHER, SUPPLIER, OnDisk
from vendorbook.cli import writing
from vendorbook.yaml_source import read

Run = Callable[..., Ran]

DAY = ("--as-of", "2026-11-22")
NEW = ("new", "supplier", "blue-heron", *DAY)
NAMED = ("--name", "藍鷺資訊", "--name-en", "Blue Heron", "--registration-number", "00000099")
HERON = "vendors/blue-heron/supplier.yaml"
ENGAGEMENT = ("new", "engagement", "blue-heron/patching", *DAY, "--title", "修補", "--title-en", "Patching")
SCOPE = (
    *(
        "--service",
        "operations",
        "--activity",
        "maintenance",
        "--system",
        "order-routing",
        "--data-class",
        "system-logs",
    ),
    *("--set", "scope.delivers={none: 無}", "--set", "scope.cloud_model=none"),
    *(
        word
        for name in ("cross_institution", "trading_host", "real_time_quotes", "internet_exposed", "handles_firm_data")
        for word in ("--set", f"scope.{name}=false")
    ),
)


def fresh(register: OnDisk, path: str) -> object:
    return read((register.root / path).read_bytes(), path).value


# -- new -----------------------------------------------------------------------------------------------


def test_a_supplier_an_engagement_and_what_to_run_next(register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook(*NEW, *NAMED)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == f"已寫入 {HERON}"
    assert ran.out.splitlines()[-1] == "下一步：vendorbook new engagement blue-heron/…"

    ran = vendorbook(*ENGAGEMENT, *SCOPE, "--owner", "s-0107", "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "wrote vendors/blue-heron/patching/engagement.yaml\nnext: vendorbook assess blue-heron/patching\n"
    assert vendorbook("check", *DAY, "vendors/blue-heron").status == 0


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
def test_without_a_terminal_nothing_is_asked_and_what_is_missing_is_told(
    lang: str, register: OnDisk, vendorbook: Run
) -> None:
    ran = vendorbook(*NEW, "--lang", lang)
    assert (ran.status, ran.out) == (2, "")
    assert "--set name.zh-TW=" in ran.err
    assert "--set name.en=" in ran.err
    assert ("還缺" in ran.err) == (lang == "zh-TW")
    assert not (register.root / HERON).exists()


def test_on_a_terminal_each_is_asked_by_its_title(
    register: OnDisk, vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendorbook(*NEW, *NAMED)
    answers = {
        "scope.services": "operations, cloud",
        "scope.activities": "maintenance",
        "scope.systems": "order-routing、quote-feed",
        "scope.data_classes": "none: 不接觸資料",
        "scope.cloud_model": "saas",
        "scope.delivers": "none: 無",
        "project_owner": "s-0107",
    }
    asked: list[str] = []

    def answer(title: str, **_: object) -> object:
        name = re.findall(r"[（(]([a-z_.]+)[）)]", title)[0]
        asked.append(name)
        return answers.get(name, False)

    monkeypatch.setattr(click, "prompt", answer)
    monkeypatch.setattr(click, "confirm", answer)
    monkeypatch.setattr(writing.sys.stdin, "isatty", lambda: True, raising=False)
    ran = vendorbook(*ENGAGEMENT)

    assert (ran.status, ran.err) == (0, "")
    root = read((register.root / "vendors/blue-heron/patching/engagement.yaml").read_bytes(), "x").root
    assert root.plain("scope.services") == [
        {"id": "operations", "type": "operations"},
        {"id": "cloud", "type": "cloud"},
    ]
    assert root.plain("scope.systems") == ["order-routing", "quote-feed"]
    assert root.plain("scope.data_classes") == {"none": "不接觸資料"}
    assert root.plain("scope.trading_host") is False
    assert set(answers) <= set(asked)


def test_what_falls_due_after_an_end_is_told_in_its_order(
    register: OnDisk, vendorbook: Run, example_files: dict[str, bytes]
) -> None:
    owl = "vendors/night-owl/soc-monitoring"
    register.write({path: data for path, data in example_files.items() if path.startswith(f"{owl}/")})
    ended = ("--kind", "termination", "--reason", "提前終止", "--ended-on", "2026-11-30", "--complete-by", "2026-12-31")
    ran = vendorbook("end", owl.removeprefix("vendors/"), *ended, *DAY, "--by", "s-0109", "--lang", "en")
    assert ran.status == 0
    dues = [line for line in ran.out.splitlines() if re.match("[0-9]{4}-[0-9]{2}-[0-9]{2}  ", line)]
    assert "2026-11-30  nobody has confirmed that access was stopped; due 2026-11-30" in dues
    assert dues == sorted(dues, key=lambda line: line[:10])


def test_a_file_that_is_there_is_never_written_over(register: OnDisk, vendorbook: Run) -> None:
    before = (register.root / SUPPLIER).read_bytes()
    ran = vendorbook("new", "supplier", "paper-crane", *NAMED, *DAY)
    assert (ran.status, ran.out) == (2, "")
    assert SUPPLIER in ran.err
    assert (register.root / SUPPLIER).read_bytes() == before


HOSTILE = [
    "\x1b[31m",
    "a\nb: c",
    "::error::x",
    "=HYPERLINK()",
    "{",
    "no",
    "# x",
    "a: b",
    "'",
    '"',
    "\u202eabc",
    "@x",
    "&a",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_written_as_it_is_or_refused(name: str, register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook("new", "supplier", "blue-heron", *DAY, "--name", name, "--name-en", name)
    if ran.status == 0:
        assert fresh(register, HERON) == {"id": "blue-heron", "name": {"zh-TW": name, "en": name}, "country": "TW"}
    else:
        assert ran.status == 2
        assert not (register.root / HERON).exists()


def test_a_value_from_a_file(register: OnDisk, vendorbook: Run, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("- id: iso-27001\n  standard: ISO/IEC 27001\n")
    assert vendorbook(*NEW, *NAMED, "--set", f"certificates=@{tmp_path / 'c.yaml'}").status == 0
    assert fresh(register, HERON)["certificates"] == [{"id": "iso-27001", "standard": "ISO/IEC 27001"}]  # type: ignore[index]
    ran = vendorbook("new", "supplier", "grey-heron", *DAY, *NAMED, "--set", "note=@nowhere.txt")
    assert (ran.status, "nowhere.txt" in ran.err) == (2, True)


# -- a waiver ------------------------------------------------------------------------------------------

WAIVER = (
    "new",
    "waiver",
    "crane-later",
    "--policy",
    "supplier-certificate-is-complete",
    "--record",
    "paper-crane",
    *DAY,
)
WHY = ("--reason", "函詢中", "--compensating-control", "每月稽催", "--by", "s-0109", "--approved-by", "s-0104")


def test_a_waiver_takes_its_place_and_days_from_the_finding(register: OnDisk, vendorbook: Run) -> None:
    text = register.original[SUPPLIER].decode()
    register.write({SUPPLIER: re.sub(r"^certificates:.*\n", "certificates: [{id: a}]\n", text, flags=re.MULTILINE)})
    assert vendorbook("check", *DAY).status == 1
    ran = vendorbook(*WAIVER, *WHY)
    assert (ran.status, ran.err) == (0, "")
    assert fresh(register, "policies/waivers/crane-later.yaml") == {
        "id": "crane-later",
        "policy": "supplier-certificate-is-complete",
        "record": "paper-crane",
        "pointer": "/certificates/0",
        "reason": "函詢中",
        "compensating_control": "每月稽催",
        "requested_by": "s-0109",
        "approved_by": "s-0104",
        "approved_on": "2026-11-22",
        "expires_on": "2027-05-21",
    }
    assert vendorbook("check", *DAY).status == 0


def test_where_nothing_is_to_be_waived_none_is_written(register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook(*WAIVER, *WHY, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "no finding of supplier-certificate-is-complete" in ran.err


# -- what is told --------------------------------------------------------------------------------------


def test_what_is_still_missing_is_told_by_its_findings(register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook(*NEW, *NAMED, "--set", "certificates=[{id: a}]", "--lang", "en")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[1] == "still to be mended:"
    assert all(line.startswith(f"{HERON}:") for line in lines[2:-2])
    assert "error[supplier-certificate-is-complete]" in ran.out


def test_a_register_that_cannot_be_judged_does_not_undo_what_was_written(register: OnDisk, vendorbook: Run) -> None:
    register.write({OTHER: b"\x00"})
    ran = vendorbook(*NEW, *NAMED)
    assert ran.status == 0
    assert (register.root / HERON).exists()


# -- fmt and fix ---------------------------------------------------------------------------------------


def test_a_closed_folder_gets_a_message(register: OnDisk, vendorbook: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "link", closed)
    ran = vendorbook(*NEW, *NAMED)
    assert (ran.status, ran.out) == (2, "")
    assert "無法讀寫" in ran.err
    assert not (register.root / HERON).exists()


def test_a_folder_that_is_closed_for_real(register: OnDisk) -> None:
    if os.geteuid() == 0:
        pytest.skip("nothing is closed to root")
    (register.root / "vendors").chmod(0o555)
    try:
        ran = run_installed(register.root, *NEW, *NAMED)
    finally:
        (register.root / "vendors").chmod(0o755)
    assert ran.status == 2
