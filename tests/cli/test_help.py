"""Help, in both languages, on every command."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import click
import pytest

from tests.cli.running import Ran
from vendorbook import __version__
from vendorbook.cli.app import app

Run = Callable[..., Ran]


def _commands(command: click.Command, name: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield name
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found
            yield from _commands(found, (*name, below))


COMMANDS = list(_commands(app))
CHINESE = re.compile(r"[\u4e00-\u9fff]")
OWN = re.compile(r"^  (?:-|[A-Z])")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command) or "vendorbook")
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_bilingual_and_fine(option: str, command: tuple[str, ...], vendorbook: Run) -> None:
    ran = vendorbook(*command, option)

    assert (ran.status, ran.err) == (0, "")
    about, _, options = ran.out.partition("Options:")
    assert CHINESE.search(about)
    assert re.search(r"[a-z]{3,} [a-z]{2,}", about.partition("\n\n")[2])
    entries = re.split(r"\n  (?=-)", options.partition("Commands:")[0])[1:]
    unexplained = [
        each for each in entries if not CHINESE.search(each) and "--version" not in each and "--help" not in each
    ]
    assert unexplained == []


def test_every_command_of_the_design_is_there() -> None:
    assert {command[0] for command in COMMANDS if command} >= {
        "check",
        "gate",
        "diff",
        "trail",
        "due",
        "concentration",
        "explain",
        "policies",
        "doctor",
        "schema",
    }
    assert {command[1] for command in COMMANDS if command[:1] == ("policies",) and len(command) > 1} == {
        "list",
        "coverage",
        "test",
    }
    assert {command[1] for command in COMMANDS if command[:1] == ("trail",) and len(command) > 1} >= {"record"}


def test_the_exit_statuses_are_told(vendorbook: Run) -> None:
    out = vendorbook("--help").out
    assert [line.split()[0] for line in out.splitlines() if re.match(r"    \d  ", line)] == ["0", "1", "2", "3"]


def test_the_version(vendorbook: Run) -> None:
    assert vendorbook("--version").out == f"vendorbook {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS[1:], ids=lambda command: " ".join(command))
def test_a_traceback_can_be_had_from_every_command(command: tuple[str, ...], vendorbook: Run) -> None:
    """The message about a bug says to run again with --debug."""
    found: click.Command = app
    for name in command:
        assert isinstance(found, click.Group)
        below = found.get_command(click.Context(found), name)
        assert below
        found = below
    if not isinstance(found, click.Group):
        assert "--debug" in vendorbook(*command, "--help").out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command) or "vendorbook")
def test_help_can_be_had_in_one_language(
    command: tuple[str, ...], vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VENDORBOOK_LANG", "en")
    assert CHINESE.findall(vendorbook(*command, "--help").out) == []
    monkeypatch.setenv("VENDORBOOK_LANG", "zh-TW")
    out = vendorbook(*command, "--help").out
    assert CHINESE.search(out)
    assert "選項" in out
    assert re.findall(r"\b(?:the|what|is|are|and|which)\b", out) == []


def test_an_option_chooses_the_language_of_help(vendorbook: Run) -> None:
    out = vendorbook("check", "--lang", "en", "--help").out
    assert "Judge the register." in out
    assert CHINESE.findall(out) == []


def test_the_next_run_has_both_languages_again(vendorbook: Run) -> None:
    assert "檢查登錄冊 / judge the register." in vendorbook("check", "--help").out


def test_a_default_is_told_in_either_language(vendorbook: Run) -> None:
    assert "受保護之分支  [default: main]" in vendorbook("trail", "record", "--lang", "zh-TW", "--help").out
