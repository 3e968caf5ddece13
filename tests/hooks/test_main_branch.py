"""Real pushes to the main of a real bare repository: what goes in, and what is refused with which words."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.helpers.repos import Repo
from tests.hooks.conftest import RECORD, Server, broken, remarked, with_hook
from vendorbook.cli import boundary
from vendorbook.git import Update
from vendorbook.hooks import main_branch


def test_a_merge_that_holds_the_rules_goes_in(server: Server) -> None:
    server.branch("remark", remarked(server))
    merge = server.merge("remark")
    answer = server.push("main")

    assert answer.went_in, answer.said
    assert server.at("refs/heads/main") == merge
    assert answer.said == ""


def test_several_merges_at_once_are_judged_one_by_one(server: Server) -> None:
    server.branch("first", remarked(server))
    server.merge("first")
    server.branch("second", broken(server))
    second = server.merge("second")
    before = server.at("refs/heads/main")
    answer = server.push("main")

    assert not answer.went_in
    assert f"the merge {second[:12]} breaks a rule" in answer.said
    assert server.at("refs/heads/main") == before


def test_a_merge_that_breaks_a_rule_is_refused_with_its_findings(server: Server) -> None:
    server.branch("broken", broken(server))
    server.merge("broken")
    answer = server.push("main")

    assert not answer.went_in
    assert "error[record-matches-schema]" in answer.said
    assert RECORD in answer.said


def test_what_is_refused_leaves_nothing_behind(server: Server) -> None:
    commit = server.branch("broken", broken(server))
    server.merge("broken")
    assert not server.push("main").went_in

    command = ["git", "--git-dir", str(server.bare), "cat-file", "-e", commit]
    assert subprocess.run(command, check=False, capture_output=True).returncode != 0
    assert [path.name for path in (server.bare / "objects").iterdir() if "incoming" in path.name] == []


def test_rules_of_the_base_judge_what_would_loosen_them(server: Server) -> None:
    schema = "schemas/engagement.schema.json"
    loose = (server.clone.path / schema).read_bytes().replace(b'"additionalProperties": false', b'"title": "x"')
    server.branch("loose", {schema: loose, **broken(server)})
    server.merge("loose")
    answer = server.push("main")

    assert not answer.went_in
    assert "error[record-matches-schema]" in answer.said


def test_a_direct_push_is_refused(server: Server) -> None:
    commit = server.clone.commit(remarked(server))
    answer = server.push("main")

    assert not answer.went_in
    assert f"{commit[:12]} is no merge of two commits" in answer.said
    assert f"{commit[:12]} 不是兩個上層提交的合併" in answer.said


def test_a_direct_push_hidden_between_merges_is_refused(server: Server) -> None:
    server.branch("first", remarked(server))
    server.branch("second", {"vendors/kite-systems/evidence/more.txt": "more\n"})
    server.merge("first")
    direct = server.clone.commit({"README.md": "x\n"})
    server.merge("second")
    answer = server.push("main")

    assert not answer.went_in
    assert f"{direct[:12]} is no merge" in answer.said


def test_a_merge_of_three_is_refused(server: Server) -> None:
    server.branch("first", remarked(server))
    server.branch("second", {"vendors/kite-systems/evidence/more.txt": "more\n"})
    server.clone.git("merge", "--quiet", "--no-ff", "--message", "both", "first", "second")
    assert "is no merge of two commits" in server.push("main").said


def test_what_was_slipped_into_a_merge_is_refused(server: Server) -> None:
    server.branch("remark", remarked(server))
    server.clone.git("merge", "--quiet", "--no-ff", "--no-commit", "remark")
    merge = server.clone.commit({"README.md": "slipped in\n"}, "Merge pull request #1 from remark")
    answer = server.push("main")

    assert not answer.went_in
    assert f"the merge {merge[:12]} holds something else" in answer.said


def test_a_rewritten_main_is_refused(server: Server) -> None:
    server.clone.git("checkout", "--quiet", "--orphan", "other")
    server.clone.commit({"README.md": "another history\n"})
    answer = server.push("--force", "other:main")

    assert not answer.went_in
    assert "main must not be rewritten" in answer.said


def test_main_taken_back_to_an_older_commit_is_refused(server: Server) -> None:
    older = server.at("refs/heads/main")
    server.branch("remark", remarked(server))
    server.merge("remark")
    assert server.push("main").went_in
    answer = server.push("--force", f"{older}:refs/heads/main")

    assert not answer.went_in
    assert "main must not be rewritten" in answer.said


def test_main_on_the_wrong_side_of_a_merge_is_refused(server: Server) -> None:
    """Main merged into a branch, and the branch pushed as main: what was main is a side line then."""
    server.branch("remark", remarked(server))
    server.branch("other", {"vendors/kite-systems/evidence/more.txt": "more\n"})
    server.merge("other")
    assert server.push("main").went_in
    server.clone.git("switch", "--quiet", "remark")
    server.clone.git("merge", "--quiet", "--no-ff", "--message", "Merge main", "main")
    answer = server.push("remark:main")

    assert not answer.went_in
    assert "is not on the first-parent line" in answer.said


def test_main_cannot_be_deleted(server: Server) -> None:
    answer = server.push("--delete", "main")
    assert not answer.went_in
    assert "refs/heads/main must not be deleted" in answer.said


def test_a_main_that_does_not_exist_yet_begins_as_it_is(server: Server, tmp_path: Path) -> None:
    Repo(tmp_path / "fresh", "--bare")
    with_hook(tmp_path / "fresh")
    server.clone.git("remote", "set-url", "origin", str(tmp_path / "fresh"))
    answer = server.push("main")
    assert answer.went_in, answer.said


def test_a_mass_change_has_to_say_so(server: Server) -> None:
    records = sorted(server.clone.path.glob("vendors/*/*/engagement.yaml"))
    server.branch(
        "many", {str(each.relative_to(server.clone.path)): each.read_bytes() + b"# all\n" for each in records}
    )
    server.merge("many")
    silent, said = server.push("main"), server.push("--push-option=mass-change", "main")

    assert not silent.went_in
    assert "error[mass-change-is-declared]" in silent.said
    assert said.went_in, said.said


@pytest.mark.parametrize(("options", "given"), [((), False), (("tidy", "mass-change"), True), (("mass",), False)])
def test_a_mass_change_says_so_with_a_push_option(
    server: Server, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], given: bool
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(boundary, "status", lambda arguments: asked.append(arguments) or boundary.BUG)
    monkeypatch.setenv("GIT_PUSH_OPTION_COUNT", str(len(options)))
    for number, option in enumerate(options):
        monkeypatch.setenv(f"GIT_PUSH_OPTION_{number}", option)
    server.branch("remark", remarked(server))
    update = Update(server.at("refs/heads/main"), server.merge("remark"), "refs/heads/main")

    assert [each.en[-15:] for each in main_branch.refusals(server.clone.path, update)] == ["(exit status 3)"]
    assert ["--mass-change" in arguments for arguments in asked] == [given]
