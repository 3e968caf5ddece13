"""`vendorbook init`: what is there afterwards, and what is told where something is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cli.running import from_scratch, run
from tests.conftest import git
from tests.starting.answering import options
from vendorbook.starting import material

WORKFLOWS = ("gate", "nightly", "trail")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    from_scratch(monkeypatch)
    assert run(capsys, "init", str(tmp_path / "register"), *options()).status == 0
    return tmp_path / "register"


def test_it_has_no_findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "check", "--root", str(folder), "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert "2 records" in ran.out
    assert "nothing found" in ran.out


def test_nothing_is_committed_and_all_is_staged(folder: Path) -> None:
    status = git(folder, "status", "--porcelain").splitlines()
    assert status
    assert {line[:2] for line in status} == {"A "}
    assert git(folder, "branch", "--show-current").strip() == "main"


def test_the_workflows_install_the_wheel_of_main(folder: Path) -> None:
    for name in WORKFLOWS:
        text = (folder / f".github/workflows/{name}.yml").read_text("utf-8")
        assert "/.github/wheels/vendorbook-*.whl\n" in text
        assert "--no-build-isolation" not in text
        assert yaml.safe_load(text)["name"] == name


def test_nothing_tells_of_files_that_are_not_there(folder: Path) -> None:
    taken = [*material.EVERYWHERE, *material.OF_GITHUB]
    for path in taken:
        text = (folder / path).read_text("utf-8")
        if path != ".github/requirements.txt":  # which says whence each entry came
            assert [word for word in ("tests/", "pyproject", "pytest") if word in text] == [], path


def test_elsewhere_than_on_github_there_is_nothing_of_github(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "init", str(tmp_path / "register"), *options(forge="none")).status == 0
    assert not (tmp_path / "register/.github").exists()
    assert ".github" not in (tmp_path / "register/README.md").read_text("utf-8")
    assert run(capsys, "check", "--root", str(tmp_path / "register")).status == 0


def test_a_wheel_is_put_where_the_workflows_look(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wheel = tmp_path / "vendorbook-0.0.0-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    assert run(capsys, "init", str(tmp_path / "register"), *options(), "--wheel", str(wheel)).status == 0
    assert (tmp_path / "register/.github/wheels" / wheel.name).read_bytes() == b"PK"


# -- what is refused -------------------------------------------------------------------------------------

REFUSED = {
    # options that are otherwise: what is told
    "an answer is missing": ({"class_basis": None, "unit": None}, ["--class-basis", "--unit"]),
    "a number of seven digits": ({"staff_id": "1"}, ["id", "s-0107"]),
    "a day that there is none": ({"bound_from": "2022-02-30"}, ["--bound-from", "2022-02-30"]),
    "a class that there is none": ({"class": "3"}, ["--class"]),
    "an answer that nobody can see": ({"unit": "\u200b"}, ["U+200B"]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_is_written_where_an_answer_is_not_right(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, told = REFUSED[name]
    ran = run(capsys, "init", str(tmp_path / "register"), *options(**other), "--lang", "en")
    assert ran.status == 2
    assert [word for word in told if word not in ran.err] == []
    assert not (tmp_path / "register").exists()


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("dear all")
    assert run(capsys, "init", str(tmp_path), *options()).status == 2
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]
