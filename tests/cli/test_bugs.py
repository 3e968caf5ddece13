"""When vendorbook itself is at fault: exit status 3, all that could be found all the same, no traceback unasked."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.running import Ran
from tests.cli.small import EVIDENCE, OTHER, OnDisk
from vendorbook.checks import references_resolve
from vendorbook.cli.boundary import status
from vendorbook.judging import side_by_side
from vendorbook.repository import WorkTree

Run = Callable[..., Ran]
CRASHING = "references_resolve"
"""A check that looks at every record; two policies use it."""
RECORDS = {"night-owl", "paper-crane", "paper-crane/website"}


def _crashing(*_: object) -> None:
    raise KeyError("a bug \x1b[2J")


@pytest.fixture
def crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references_resolve, CRASHING, _crashing)


@pytest.fixture
def broken(register: OnDisk) -> OnDisk:
    register.write({EVIDENCE: b"exchanged"})
    return register


@pytest.mark.usefixtures("crash")
@pytest.mark.parametrize("form", ["text", "one_line", "json", "sarif", "junit", "github", "gitlab", "markdown"])
def test_a_crash_in_a_check_is_told_and_hides_nothing(form: str, broken: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook("check", "--as-of", "2026-11-22", "--lang", "en", "--format", form, "--no-cache")

    assert ran.status == 3
    assert "check-has-crashed" in ran.out
    assert "supplier-evidence-matches-its-digest" in ran.out
    assert ran.err == ""


@pytest.mark.usefixtures("crash")
def test_a_crash_names_the_check_the_policy_and_the_record(broken: OnDisk, vendorbook: Run) -> None:
    data = json.loads(vendorbook("check", "--as-of", "2026-11-22", "--format", "json", "--no-cache").out)
    crashes = [each for each in data["findings"] if each["policy"] == "check-has-crashed"]

    assert {each["record"] for each in crashes} == RECORDS
    for each in crashes:
        assert (each["path"].startswith(f"vendors/{each['record']}/"), each["line"], each["severity"]) == (
            True,
            2,
            "error",
        )
        assert CRASHING in each["message"]["en"]
        assert "references-resolve" in each["message"]["en"]
        assert "KeyError" in each["message"]["en"]


@pytest.mark.usefixtures("crash")
def test_a_crash_anywhere_is_status_3_whatever_is_shown(broken: OnDisk, vendorbook: Run) -> None:
    """A verdict on a part cannot be trusted while the judge is broken."""
    assert vendorbook("check", "--no-cache", OTHER.replace("supplier.yaml", "evidence")).status == 3


@pytest.mark.usefixtures("crash")
@pytest.mark.parametrize("command", [("due",), ("policies", "coverage")])
def test_a_crash_is_told_beside_a_list_too(command: tuple[str, ...], register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook(*command, "--as-of", "2026-11-22", "--lang", "en")

    assert ran.status == 3
    assert "has crashed" in ran.err
    assert ran.out


def test_a_crash_is_not_remembered(register: OnDisk, vendorbook: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the tool is mended, the next run must not tell what an earlier one could not see."""
    register.write({"vendors/night-owl/evidence/new.txt": b"x"})  # so that nothing was kept of this register yet
    with monkeypatch.context() as for_a_while:
        for_a_while.setattr(references_resolve, CRASHING, _crashing)
        assert vendorbook("check").status == 3
        assert vendorbook("check").status == 3
    assert vendorbook("check").status == 0


@pytest.mark.usefixtures("crash")
def test_the_traceback_of_a_check_can_be_had(register: OnDisk, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["check", "--debug", "--no-cache"]) == 3
    assert "Traceback (most recent call last)" in capsys.readouterr().err


@pytest.mark.usefixtures("crash")
def test_a_crash_in_a_process_beside_is_told_too(
    broken: OnDisk, vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "_processes", lambda _: 2)
    ran = vendorbook("check", "--no-cache", "--format", "json")
    crashes = [each for each in json.loads(ran.out)["findings"] if each["policy"] == "check-has-crashed"]

    assert ran.status == 3
    assert {each["record"] for each in crashes} == RECORDS


# -- outside of checks ---------------------------------------------------------------------------------

COMMANDS = [
    ("check", "--no-cache"),
    ("due",),
    ("explain", "A5.4"),
    ("policies", "list"),
    ("policies", "coverage"),
    ("policies", "test", "grant-is-complete"),
    ("schema", "bundle", "firm"),
    ("doctor",),
]


@pytest.fixture
def bug(register: OnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: WorkTree) -> None:
        raise AssertionError("no more files \x1b[2J")

    monkeypatch.setattr(WorkTree, "files", broken)


@pytest.mark.usefixtures("bug")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_bug_is_told_in_two_lines(command: tuple[str, ...], vendorbook: Run) -> None:
    ran = vendorbook(*command)

    assert ran.status == 3
    assert len(ran.err.splitlines()) == 2
    assert "AssertionError: no more files <U+001B>" in ran.err
    assert "--debug" in ran.err


@pytest.mark.usefixtures("bug")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_traceback_of_a_bug_can_be_had(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert status([*command, "--debug"]) == 3
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_an_interruption_is_no_bug(register: OnDisk, vendorbook: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: WorkTree) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(WorkTree, "files", interrupted)
    assert vendorbook("check", "--no-cache").status == 130
