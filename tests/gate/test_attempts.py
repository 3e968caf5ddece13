"""Everything that is tried with a change is refused for the right reason, and its honest counterpart is not."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.running import Ran, run
from tests.gate.attempts import ATTEMPTS, Attempt
from tests.gate.edits import Edit, Files
from tests.helpers.repos import Repo

Gate = Callable[..., Ran]


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.name)
def test_a_change_is_judged_by_what_it_does(
    attempt: Attempt, register: Repo, example_files: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    files = dict(example_files)
    base = "start"
    if attempt.first is not None:
        base = committed(register, files, attempt.first, attempt)
    for edit in (attempt.edit, *attempt.then):
        before, base = base, committed(register, files, edit, attempt)
        arguments = ("gate", "--base", before, "--head", base, "--as-of", attempt.as_of, *attempt.flags)
        ran = run(capsys, *arguments, "--format", "json")
        found = brought(ran)
        if edit is not (attempt.edit, *attempt.then)[-1]:
            assert found == set()

    wanted = set(attempt.refused_by)
    assert found & wanted == wanted
    assert attempt.others_may_be_found or found == wanted
    assert ran.status == int(bool(wanted))


def brought(ran: Ran) -> set[str]:
    """The policies whose errors a change brings, as the command says it."""
    said = json.loads(ran.out)
    return {
        each["policy"]
        for each in said["findings"]
        if each["introduced"] and each["severity"] == "error" and each["waiver"] is None
    }


def committed(register: Repo, files: dict[str, bytes], edit: Edit, attempt: Attempt) -> str:
    """The commit of an edit, by whom the attempt says; `files` are then as it leaves them."""
    patch = edit(as_files(files))
    for path, data in patch.items():
        if data is None:
            files.pop(path)
        else:
            files[path] = data
    register.stage(patch)
    register.git("commit", "--quiet", "--message", attempt.message, env={"GIT_AUTHOR_EMAIL": address(attempt.by)})
    return register.git("rev-parse", "HEAD")


def as_files(files: dict[str, bytes]) -> Files:
    return files


def address(who: str) -> str:
    """What somebody's commits are signed with."""
    return ADDRESSES.get(who, f"{who}@nowhere.example")


ADDRESSES = {
    "s-0107": "jiang.qifei@paper-boat.example",
    "s-0105": "lang.qiandie@paper-boat.example",
    "account of s-0105": "999000000105+another@users.noreply.github.com",
}
