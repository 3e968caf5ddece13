"""Exit statuses: 0 fine, 1 the register is at fault, 2 the run is, 3 vendorbook is. Whatever the command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran
from tests.cli.small import FIRM, POLICY, RECORD, SCHEMA, OnDisk

Run = Callable[..., Ran]

DAY = ("--as-of", "2026-11-22")
COMMANDS = {
    "check": ("check", *DAY),
    "check --format json": ("check", "--format", "json", *DAY),
    "due": ("due", *DAY),
    "due --format json": ("due", "--format", "json", *DAY),
    "concentration": ("concentration", *DAY),
    "explain": ("explain", "A5.4"),
    "policies list": ("policies", "list"),
    "policies coverage": ("policies", "coverage", *DAY),
    "policies test": ("policies", "test", "grant-is-complete"),
    "schema bundle": ("schema", "bundle", "firm"),
}
ON_RECORDS = ("check", "check --format json", "due", "due --format json", "policies coverage")


@pytest.mark.parametrize("name", COMMANDS)
def test_fine(name: str, register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook(*COMMANDS[name])
    assert (ran.status, ran.err) == (0, "")
    assert ran.out


BROKEN_RULES = [(path, name) for path in (FIRM, POLICY) for name in COMMANDS]
BROKEN_RULES += [(SCHEMA, name) for name in (*ON_RECORDS, "concentration")]


@pytest.mark.parametrize(("path", "name"), BROKEN_RULES)
def test_rules_that_are_broken_are_told_with_their_place(
    path: str, name: str, register: OnDisk, vendorbook: Run
) -> None:
    register.write({path: register.original[path] + b"\x00\n"})
    ran = vendorbook(*COMMANDS[name])
    line = register.original[path].count(b"\n") + 1

    assert (ran.status, ran.out) == (2, "")
    assert f"{path}:{line}:1" in ran.err


@pytest.mark.parametrize("name", ON_RECORDS)
def test_a_record_that_cannot_be_read_is_never_passed_over(name: str, register: OnDisk, vendorbook: Run) -> None:
    """A list of what falls due that quietly lacks a record is worse than none."""
    register.write({RECORD: register.original[RECORD] + b"note: ~\n"})
    ran = vendorbook(*COMMANDS[name], "--lang", "en")

    assert ran.status == 1
    assert "paper-crane/website" in ran.err
    if name == "check --format json":
        assert [(each["path"], each["line"]) for each in json.loads(ran.out)["findings"]] == [(RECORD, 30)]
    else:
        assert f"{RECORD}:30:1: " in (ran.out if name == "check" else ran.err)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_register_here(name: str, vendorbook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = vendorbook(*COMMANDS[name])
    assert (ran.status, ran.out) == (2, "")
    assert "vendors/" in ran.err


@pytest.mark.parametrize("name", COMMANDS)
def test_a_register_found_from_below_or_named(
    name: str, register: OnDisk, vendorbook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = vendorbook(*COMMANDS[name])
    monkeypatch.chdir(register.root / "vendors/paper-crane/website")
    assert vendorbook(*COMMANDS[name]) == here
    monkeypatch.chdir(tmp_path)
    assert vendorbook(*COMMANDS[name], "--root", str(register.root)) == here


ASKED_WRONGLY = {
    "no command": (),
    "no such command": ("chekc",),
    "no such option": ("check", "--as_of", "2026-11-22"),
    "a day that is none": ("check", "--as-of", "garbage"),
    "a day that never was": ("check", "--as-of", "2026-02-30"),
    "a day in another form": ("check", "--as-of", "22/11/2026"),
    "a day and an hour": ("check", "--as-of", "2026-11-22T10:00:00"),
    "no day": ("check", "--as-of", ""),
    "a span that is none": ("due", "--within", "soon"),
    "a span before today": ("due", "--within", "-3d"),
    "a form that there is not": ("check", "--format", "html"),
    "a language that there is not": ("check", "--lang", "fr"),
    "a file without its form": ("check", "--output", "report.json"),
    "a file in no form": ("check", "--output", "html=report.html"),
    "a form without its file": ("check", "--output", "json="),
    "a file in no folder": ("check", "--output", "json=nowhere/report.json"),
    "a folder for a file": ("check", "--output", "json=vendors"),
    "a list in a form for findings": ("concentration", "--format", "sarif"),
    "figures in a file of a form for findings": ("concentration", "--output", "sarif=report.json"),
    "figures in no folder": ("concentration", "--output", "json=nowhere/report.json"),
    "two registers at once": ("check", "--at", "HEAD", "--staged"),
    "no revision": ("check", "--at", ""),
    "a path that is nowhere": ("check", "vendors/paper-crayne"),
    "a path outside": ("check", "/etc"),
    "a path above": ("check", ".."),
    "a root that is nowhere": ("check", "--root", "nowhere"),
    "a root that is a file": ("check", "--root", FIRM),
    "explain nothing": ("explain",),
    "explain what is not": ("explain", "A99.9"),
    "test what is not": ("policies", "test", "no-such-policy"),
    "bundle what is not": ("schema", "bundle", "no-such-kind"),
    "bundle into a file": ("schema", "bundle", "--output", FIRM),
}


@pytest.mark.parametrize("name", ASKED_WRONGLY)
def test_asked_wrongly(name: str, register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook(*ASKED_WRONGLY[name])
    assert (ran.status, ran.out) == (2, "")
    assert ran.err
    assert not (register.root / "report.json").exists()


def test_an_unknown_word_from_the_command_line_acts_on_no_terminal(register: OnDisk, vendorbook: Run) -> None:
    """Paths may come from `git diff --name-only`, that is, from whoever wrote the change."""
    for command in (("check", "vendors/\x1b[2Jx"), ("explain", "\x1b]0;x\x07"), ("schema", "bundle", "\u202ex")):
        assert vendorbook(*command).status == 2


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2028-02-29", "9999-12-31"])
def test_any_day_can_be_asked_about(day: str, example_root: Path, vendorbook: Run) -> None:
    assert vendorbook("check", "--as-of", day).status == 1
    assert vendorbook("due", "--as-of", day, "--within", "9999y").status == 0
    assert vendorbook("concentration", "--as-of", day).status == 0
