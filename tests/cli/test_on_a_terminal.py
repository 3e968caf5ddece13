"""What commands ask on a terminal, how they take answers that cannot be, and what is left where one has had enough."""

from __future__ import annotations

import sys
from pathlib import Path
from shlex import split

import pytest

from tests.cli.small import OnDisk
from tests.conftest import git
from tests.helpers.repos import surroundings
from tests.helpers.terminal import END, INTERRUPT, Terminal
from tests.starting.answering import ANSWERS, options
from vendorbook.cli.boundary import status

DAY = "2026-11-22"
ASKED = {
    "公司中文名稱": [ANSWERS["name"]],
    "公司英文名稱": [ANSWERS["name-en"]],
    "統一編號（八碼）": [ANSWERS["registration-number"]],
    "第一類或第二類證券商 (1, 2)": ["3", "", ANSWERS["class"]],
    "該類別自何日起": ["去年", "2020-02-30", ANSWERS["class-since"]],
    "該類別之依據": [ANSWERS["class-basis"]],
    "是否外國證券商 (no, yes) [no]": ["是", ""],
    "是否外國證券商之依據": [ANSWERS["foreign-basis"]],
    "自律規範自何日起適用": [ANSWERS["bound-from"]],
    "您的姓名 [Test]": [ANSWERS["staff-name"]],
    "您的人員代號 [s-0001]": [""],
    "您的單位": [ANSWERS["unit"]],
    "單位種類 (it, security, business, audit, management, other) [it]": [""],
    "程式碼平台 (github, gitlab, gitea, none) [github]": [""],
}
"""The questions of `init` in their order, each with the answers until one is taken."""


@pytest.fixture(autouse=True)
def _as_in_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in surroundings().items():
        monkeypatch.setenv(name, value)


def at(where: Path, *command: str) -> Terminal:
    return Terminal([sys.executable, "-m", "vendorbook", *command], where, surroundings())


def files(folder: Path) -> dict[str, bytes]:
    found = (each for each in folder.rglob("*") if each.is_file() and ".git" not in each.relative_to(folder).parts)
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


def test_init_asks_until_it_has_what_the_options_would_say(tmp_path: Path) -> None:
    typed = at(tmp_path, "init", "asked", "--email", ANSWERS["email"])
    for question, answers in ASKED.items():
        for answer in answers:
            typed.asked(f"{question}: ")
            typed.type(f"{answer}\n")

    assert typed.ended() == 0, typed.said
    assert "錯誤：'3' 須為其中之一：'1', '2'\n" in typed.said
    assert "錯誤：'2020-02-30' 不是日期（例：2026-11-22）\n" in typed.said
    assert "Error" not in typed.said
    assert status(["init", str(tmp_path / "told"), *options()]) == 0
    assert files(tmp_path / "asked") == files(tmp_path / "told")
    staged = git(tmp_path / "told", "ls-files", "-s")
    assert git(tmp_path / "asked", "ls-files", "-s") == staged


@pytest.mark.parametrize("key", [INTERRUPT, END])
def test_whoever_has_had_enough_leaves_nothing_behind(key: str, tmp_path: Path) -> None:
    typed = at(tmp_path, "init", "asked", "--lang", "en")
    typed.asked("the firm's name in Chinese: ")
    typed.type(f"{ANSWERS['name']}\n")
    typed.asked("the firm's name in English: ")

    assert typed.ended(pressed=key) == 130, typed.said
    assert typed.said.endswith("\ninterrupted; nothing was written\n")
    assert list(tmp_path.iterdir()) == []


def test_nobody_is_asked_for_a_register_that_has_no_place(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear all")
    typed = at(tmp_path, "init", ".")
    assert typed.ended() == 2, typed.said
    assert "公司中文名稱" not in typed.said


def test_a_new_supplier(register: OnDisk) -> None:
    typed = at(register.root, "new", "supplier", "teal-otter", "--as-of", DAY)
    for question, answer in {"名稱: 中文文字（name.zh-TW）": "青獺", "名稱: 英文文字（name.en）": "Teal Otter"}.items():
        typed.asked(f"{question}: ")
        typed.type(f"{answer}\n")

    assert typed.ended() == 0, typed.said
    path = register.root / "vendors/teal-otter/supplier.yaml"
    asked = path.read_bytes()
    path.unlink()
    assert status(["new", "supplier", "teal-otter", "--name", "青獺", "--name-en", "Teal Otter", "--as-of", DAY]) == 0
    assert path.read_bytes() == asked


STATED = """new engagement paper-crane/leaflets --title 傳單 --title-en Leaflets --owner s-0107 --activity hosting
--system website --set scope.real_time_quotes=false --set scope.internet_exposed=false
--set scope.handles_firm_data=false --lang en --as-of 2026-11-22"""
REST = """--service cloud --service operations --set 'scope.data_classes={none: leaflets}'
--set scope.cross_institution=true --set scope.cloud_model=saas
--set 'scope.delivers={none: nothing}' --set scope.trading_host=false"""
QUESTIONS = {
    "Services (scope.services)": (["printing", "cloud、operations"], "there is no such choice: printing"),
    "Data classes (scope.data_classes)": (["none: leaflets"], ""),
    "Cross-institution (scope.cross_institution) (y/n) [n]": (["perhaps", "是"], "'perhaps' is neither yes nor no"),
    "Cloud model (scope.cloud_model) (none, iaas, paas, saas)": (["some", "saas"], "'some' is not one of"),
    "Delivers (scope.delivers)": (["none: nothing"], ""),
    "Trading host (scope.trading_host) (y/n) [n]": ([""], ""),
}
"""Of every kind, each with its answers until one is taken, and what is told of the first."""


def test_a_new_engagement_with_answers_of_every_kind(register: OnDisk) -> None:
    typed = at(register.root, *split(STATED))
    for question, (answers, told) in QUESTIONS.items():
        for answer in answers:
            typed.asked(question)
            typed.asked(": ")
            typed.type(f"{answer}\n")
        assert not told or f"Error: {told}" in typed.said

    assert typed.ended() == 0, typed.said
    path = register.root / "vendors/paper-crane/leaflets/engagement.yaml"
    asked = path.read_bytes()
    path.unlink()
    assert status(split(f"{STATED} {REST}")) == 0
    assert path.read_bytes() == asked
