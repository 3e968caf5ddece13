"""`diff`: between which commits, of what, and when it cannot be told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.diff.changes import DAY, FOLDER, FORMS, RECORD, SUPPLIER, VAULT, WAIVER, Run, edits, one
from tests.helpers.repos import Repo

# -- between which commits -------------------------------------------------------------------------------


@pytest.fixture
def apart(repo: Repo, example: dict[str, bytes]) -> Repo:
    """`main` has gone on since `change` left it."""
    repo.commit(edits(example, (RECORD, "amount: 1800000", "amount: 2000000")))
    repo.git("checkout", "--quiet", "main")
    repo.commit(edits(example, (SUPPLIER, "expires_on: 2028-02-29", "expires_on: 2029-02-28")))
    repo.git("checkout", "--quiet", "change")
    return repo


SPANS = {
    "main..change": ["banyan-cloudworks/backup-vault"],
    "main...change": ["banyan-cloudworks/backup-vault"],
    "main": ["banyan-cloudworks/backup-vault"],
    "main..": ["banyan-cloudworks/backup-vault"],
    "..main": ["banyan-cloudworks"],
    "start..main": ["banyan-cloudworks"],
    "start": ["banyan-cloudworks/backup-vault"],
    "change..start": [],
    "change...main": ["banyan-cloudworks"],
}


@pytest.mark.parametrize("span", SPANS)
def test_what_merging_comes_to_or_what_was_done_since_the_two_went_apart(
    span: str, apart: Repo, vendorbook: Run
) -> None:
    ran = vendorbook("diff", span, *DAY, "--format", "json")

    assert ran.status == 0
    assert [each["record"] for each in json.loads(ran.out)["records"]] == SPANS[span]


def test_nothing_is_said_to_be_nothing(repo: Repo, vendorbook: Run) -> None:
    ran = vendorbook("diff", "main..main", *DAY, "--lang", "en")

    assert ran.status == 0
    assert ran.out.splitlines()[::2] == ["change: nothing changes", "nothing is missing"]


def test_the_work_tree_has_no_say(apart: Repo, vendorbook: Run) -> None:
    before = vendorbook("diff", "main", *DAY)
    apart.write({RECORD: "nothing: of this counts\n", WAIVER: None})

    assert vendorbook("diff", "main", *DAY) == before


def test_a_register_in_a_folder_of_the_repository(
    tmp_path: Path, example: dict[str, bytes], vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = Repo(tmp_path / "whole")
    wanted = {
        path: data
        for path, data in example.items()
        if not path.startswith("vendors/") or FOLDER in path or path == SUPPLIER
    }
    repo.commit({f"books/{path}": data for path, data in wanted.items()})
    repo.commit({f"books/{RECORD}": example[RECORD].replace(b"iaas", b"saas"), "notes.txt": "x\n"})
    monkeypatch.chdir(repo.path / "books")
    data = json.loads(vendorbook("diff", "main~1", *DAY, "--format", "json").out)

    assert [each["at"] for each in one(data)["differences"]] == ["scope.cloud_model"]
    assert [each["path"] for each in data["others"]] == ["../notes.txt"]


# -- what is asked for -----------------------------------------------------------------------------------


def test_only_what_is_named_is_shown(told: Callable[..., Any], vendorbook: Run) -> None:
    told((RECORD, "amount: 1800000", "amount: 2000000"), (SUPPLIER, "TW\n", "SG\n"), files={"README.md": "x\n"})

    def shown(*names: str) -> list[str]:
        data = json.loads(vendorbook("diff", "main..change", *names, *DAY, "--format", "json").out)
        assert data["others"] == []
        return [each["record"] for each in data["records"]]

    assert shown(VAULT) == [VAULT]
    assert shown("banyan-cloudworks") == ["banyan-cloudworks", VAULT]
    assert shown("night-owl") == []


def test_several_files_are_written_beside_what_is_printed(
    told: Callable[..., Any], vendorbook: Run, tmp_path: Path
) -> None:
    told((RECORD, "amount: 1800000", "amount: 2000000"))
    outputs = [part for form in FORMS for part in ("--output", f"{form}={tmp_path / form}")]

    assert vendorbook("diff", "main", *DAY, *outputs).status == 0
    for form in FORMS:
        wanted = vendorbook("diff", "main", *DAY, "--format", form).out
        assert (tmp_path / form).read_text(encoding="utf-8") == wanted


# -- when it cannot be told ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["main..nowhere"],
        ["nowhere"],
        ["--output=x..main"],
        [""],
        ["main..change", "banyan-cloudworks/backup-vaults"],
        ["main..change", "vendors"],
        ["main..change", "--output", "sarif=x"],
        [],
    ],
)
def test_asked_wrongly(arguments: list[str], repo: Repo, vendorbook: Run) -> None:
    ran = vendorbook("diff", *arguments, *DAY)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err


def test_a_conflict_is_no_change_that_could_be_told(repo: Repo, example: dict[str, bytes], vendorbook: Run) -> None:
    repo.commit(edits(example, (RECORD, "amount: 1800000", "amount: 2000000")))
    repo.git("checkout", "--quiet", "main")
    repo.commit(edits(example, (RECORD, "amount: 1800000", "amount: 1900000")))
    ran = vendorbook("diff", "main..change", *DAY, "--lang", "en")

    assert ran.status == 2
    assert RECORD in ran.err
    assert vendorbook("diff", "main...change", *DAY).status == 0


def test_histories_without_a_commit_in_common(repo: Repo, vendorbook: Run) -> None:
    repo.git("checkout", "--quiet", "--orphan", "other")
    repo.commit({"README.md": "x\n"})

    assert vendorbook("diff", "main...other", *DAY).status == 2
    assert vendorbook("diff", "main..other", *DAY).status == 2


def test_a_shallow_clone_and_a_base_without_rules(
    repo: Repo, tmp_path: Path, vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit({"README.md": "x\n"})
    shallow = repo.clone(tmp_path / "shallow", "--depth=1")
    assert vendorbook("diff", "HEAD..HEAD", *DAY, "--root", str(shallow.path)).status == 2
    assert vendorbook("diff", "HEAD...HEAD", *DAY, "--root", str(shallow.path)).status == 2

    repo.git("checkout", "--quiet", "--orphan", "bare")
    repo.git("rm", "--quiet", "-r", "--cached", "policies")
    repo.commit_index()
    assert vendorbook("diff", "main..main", *DAY).status == 2
