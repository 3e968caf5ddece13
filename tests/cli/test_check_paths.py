"""Paths choose what is shown; commits and the index choose what is judged."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran
from tests.cli.small import EVIDENCE, OTHER, RECORD, SUPPLIER, OnDisk
from tests.helpers.repos import Repo
from vendorbook.cli.boundary import status

pytestmark = pytest.mark.rules_afresh

Run = Callable[..., Ran]
DAY = ("--as-of", "2026-11-22", "--lang", "en", "--format", "one_line")


@pytest.fixture
def broken(register: OnDisk) -> OnDisk:
    """A finding at each of two suppliers, and one at a file that is gone."""
    register.write({EVIDENCE: b"exchanged", RECORD: register.original[RECORD] + b"x: y\n", SUPPLIER: None})
    return register


SHOWN = {
    # paths: the files whose findings are shown
    "nothing": ((), {OTHER, RECORD, SUPPLIER}),
    "the register": ((".",), {OTHER, RECORD, SUPPLIER}),
    "all records": (("vendors",), {OTHER, RECORD, SUPPLIER}),
    "a supplier": (("vendors/night-owl",), {OTHER}),
    "a supplier, as the shell completes it": (("vendors/night-owl/",), {OTHER}),
    "a file": ((RECORD,), {RECORD}),
    "a file by a roundabout way": (("vendors/night-owl/../paper-crane/website/./engagement.yaml",), {RECORD}),
    "a file that is gone": ((SUPPLIER,), {SUPPLIER}),
    "two": ((OTHER, "vendors/paper-crane/website"), {OTHER, RECORD}),
    "rules, which are fine": (("policies",), set()),
    "a folder where nothing is wrong": (("vendors/night-owl/evidence",), set()),
}


@pytest.mark.parametrize("name", SHOWN)
def test_paths_choose_what_is_shown_and_the_status_follows_it(name: str, broken: OnDisk, vendorbook: Run) -> None:
    """Whoever asks about one supplier asks whether that one is fine; whoever asks about nothing in particular, all."""
    paths, shown = SHOWN[name]
    ran = vendorbook("check", *DAY, *paths)

    assert {line.partition(":")[0] for line in ran.out.splitlines()[:-1]} == shown
    assert ran.status == (1 if shown else 0)
    assert ran.out.splitlines()[-1].startswith(
        "nothing found" if not shown else f"{len(ran.out.splitlines()) - 1} error"
    )


def test_the_whole_register_is_judged_whatever_is_shown(broken: OnDisk, vendorbook: Run) -> None:
    data = json.loads(vendorbook("check", "--format", "json", OTHER).out)
    assert data["records"] == 3
    assert {each["path"] for each in data["findings"]} == {OTHER}


def test_a_name_that_only_begins_alike_is_not_shown(broken: OnDisk, vendorbook: Run) -> None:
    broken.write({"vendors/night-owl-2/supplier.yaml": b"x\n"})
    assert "night-owl-2" not in vendorbook("check", *DAY, "vendors/night-owl").out


def test_paths_are_meant_from_where_one_stands(
    broken: OnDisk, vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken.root / "vendors/paper-crane")
    for path in ("website", "./website/engagement.yaml", str(broken.root / RECORD), "../paper-crane/website"):
        assert RECORD in vendorbook("check", *DAY, path).out
    assert vendorbook("check", *DAY, "night-owl").status == 2


def test_paths_may_be_written_through_a_link(
    broken: OnDisk, vendorbook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(broken.root)
    assert RECORD in vendorbook("check", *DAY, str(tmp_path / "link" / RECORD)).out
    assert RECORD in vendorbook("check", *DAY, "--root", str(tmp_path / "link"), RECORD).out
    monkeypatch.chdir(tmp_path / "link/vendors")
    assert RECORD in vendorbook("check", *DAY, "paper-crane").out


def test_a_mistyped_path_is_no_clean_register(broken: OnDisk, vendorbook: Run) -> None:
    """Else a slip of the keyboard would look like a supplier without findings."""
    ran = vendorbook("check", *DAY, "vendors/nigth-owl")
    assert (ran.status, ran.out) == (2, "")
    assert "there is no vendors/nigth-owl" in ran.err


# -- commits and the index -----------------------------------------------------------------------------


@pytest.fixture
def repo(register: OnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A first commit that is fine, a second that is not, and an index and work tree that differ from both."""
    repo = Repo(tmp_path / "register")
    repo.commit(dict(register.original))
    repo.commit({EVIDENCE: b"exchanged"})
    repo.stage({EVIDENCE: register.original[EVIDENCE], RECORD: register.original[RECORD] + b"x: y\n"})
    repo.write({RECORD: register.original[RECORD], SUPPLIER: None})
    monkeypatch.chdir(repo.path)
    return repo


JUDGED = {
    # options: the files with findings
    "the work tree": ((), {SUPPLIER}),
    "the index": (("--staged",), {RECORD}),
    "a commit": (("--at", "HEAD"), {OTHER}),
    "a branch": (("--at", "main"), {OTHER}),
    "an older commit": (("--at", "HEAD~1"), set()),
    "a path in the index": (("--staged", RECORD), {RECORD}),
    "a path that only the commit has": (("--at", "HEAD", SUPPLIER), set()),
}


@pytest.mark.parametrize("name", JUDGED)
def test_what_is_judged(name: str, repo: Repo, vendorbook: Run) -> None:
    options, found = JUDGED[name]
    ran = vendorbook("check", *DAY, *options)

    assert {line.partition(":")[0] for line in ran.out.splitlines()[:-1]} == found
    assert ran.status == (1 if found else 0)


@pytest.mark.parametrize(
    ("options", "revision"), [(("--at", "HEAD~1"), "HEAD~1"), (("--staged",), "HEAD"), ((), "HEAD")]
)
def test_reports_name_the_commit(options: tuple[str, ...], revision: str, repo: Repo, vendorbook: Run) -> None:
    data = json.loads(vendorbook("check", "--format", "json", *options).out)
    assert data["commit"] == repo.git("rev-parse", revision)


@pytest.mark.parametrize("command", [("due",), ("policies", "coverage")])
@pytest.mark.parametrize("options", [("--at", "HEAD~1"), ("--staged",)])
def test_lists_can_be_made_of_a_commit_or_the_index(
    command: tuple[str, ...], options: tuple[str, ...], repo: Repo, vendorbook: Run
) -> None:
    assert vendorbook(*command, *options).status == (0 if "--at" in options else 1)


def test_a_server_s_repository_can_be_looked_at(repo: Repo, vendorbook: Run, tmp_path: Path) -> None:
    """It has no work tree, and no folder `vendors`."""
    server = repo.clone(tmp_path / "server.git", "--bare")
    for options in (("--at", "main"), ("--at", "HEAD~1")):
        assert vendorbook("check", *DAY, *options, "--root", str(server.path)) == vendorbook("check", *DAY, *options)


@pytest.mark.parametrize("options", [("--at", "HEAD"), ("--staged",)])
def test_outside_of_git_it_is_the_register_that_is_missed(
    options: tuple[str, ...], vendorbook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = vendorbook("check", *DAY, *options)
    assert (ran.status, ran.out) == (2, "")
    assert "holds vendors/" in ran.err


# -- the cache -----------------------------------------------------------------------------------------


def test_what_was_kept_is_what_would_be_found_again(register: OnDisk, vendorbook: Run) -> None:
    """Each state is judged afresh, then twice with the cache: once to fill it, once out of it."""
    states: list[dict[str, bytes | None]] = [
        {},
        {EVIDENCE: b"exchanged"},
        {RECORD: b"id: website\n"},
        {RECORD: register.original[RECORD]},
        {OTHER: None},
    ]
    for state in states:
        register.write(state)
        afresh = vendorbook("check", "--format", "json", "--no-cache")
        assert vendorbook("check", "--format", "json") == afresh
        assert vendorbook("check", "--format", "json") == afresh


def test_a_cache_that_is_damaged_or_cannot_be_written_is_no_matter(
    register: OnDisk, vendorbook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    before = vendorbook("check")
    for damage in (b"", b"{", b"[]", b"null", b'{"a": 1}', b"[[[[[]]]]]", b"\xff"):
        for kept in (tmp_path / "cache").rglob("*.json"):
            kept.write_bytes(damage)
        assert vendorbook("check") == before
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert vendorbook("check") == before


def test_an_empty_revision_is_no_work_tree_where_paths_are_given(
    on_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = on_disk / "vendors/kite-systems/order-routing/engagement.yaml"
    arguments = ["check", "--root", str(on_disk), "--as-of", "2026-11-22", str(record)]
    status(arguments[:-1])  # leaves what the quick way goes by

    assert status(arguments) == 0
    assert status([*arguments, "--at", ""]) == 2
