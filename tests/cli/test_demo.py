"""`vendorbook demo`: what is printed, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.running import run, run_installed
from vendorbook.cli.demo import demo
from vendorbook.demo import names, of_name


def test_it_says_what_was_built_and_what_to_try(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "a register"
    ran = run(capsys, "demo", str(folder), "--lang", "en", "--variant", "squashed")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Built {folder}: 99 merges from 2023-12-04 to 2026-11-12, main at ")
    assert of_name("squashed").says.en in ran.out
    assert f"  cd '{folder}'\n" in ran.out


def test_what_it_tells_to_try_can_be_tried(tmp_path: Path) -> None:
    built = run_installed(tmp_path, "demo", "register")
    commands = [line.strip().split() for line in built.out.splitlines() if line.startswith("  vendorbook ")]
    assert len(commands) == 3
    for command in commands:
        tried = run_installed(tmp_path / "register", *command[1:])
        assert (tried.status, tried.err) == (0, ""), command


def test_both_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "demo", str(tmp_path / "register"), "--lang", "zh-TW")
    assert "任何人都能重製" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "DIR"),
        (["{full}"], "is not empty"),
        (["{full}/mine.txt"], "is no folder"),
        (["{new}", "--variant", "no-such"], "evil-merge"),
        (["{new}", "--variant", ""], "evil-merge"),
        (["{new}", "--variant", "../steps/2026"], "evil-merge"),
        (["{full}/mine.txt/below"], "cannot read or write"),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine")
    filled = [each.format(full=full, new=tmp_path / "new") for each in arguments]
    ran = run(capsys, "demo", *filled, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert not (tmp_path / "new").exists()
    assert [each.name for each in full.iterdir()] == ["mine.txt"]


def test_the_help_lists_every_variant() -> None:
    said = CliRunner().invoke(demo, ["--help"]).output
    assert [name for name in names() if name not in said.split()] == []
