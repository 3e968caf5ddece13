"""Real pushes to a real bare repository: what goes in, and what is refused with which words."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.helpers.repos import Repo, surroundings
from tests.hooks.conftest import Server, with_hook
from vendorbook.cli import boundary
from vendorbook.git import Update
from vendorbook.hooks import main_branch

RECORD = "vendors/kite-systems/order-routing/engagement.yaml"
ENTRY = "vendors/kite-systems/order-routing/journal/2026-06-18-access-review.yaml"


def remarked(server: Server) -> dict[str, str | bytes | None]:
    """A change that no rule has anything against: a remark."""
    return {RECORD: (server.clone.path / RECORD).read_bytes() + b"# looked through in November\n"}


def broken(server: Server) -> dict[str, str | bytes | None]:
    return {RECORD: (server.clone.path / RECORD).read_bytes() + b"notes: x\n"}


# -- main ----------------------------------------------------------------------------------------------


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


# -- the evidence, tags, and the rest ------------------------------------------------------------------


def evidence(server: Server, *entries: dict[str, str | bytes | None]) -> None:
    server.clone.git("checkout", "--quiet", "--orphan", "evidence")
    server.clone.git("rm", "--quiet", "-r", "--force", ".")
    for files in entries:
        server.clone.commit(files, "entry")


FIRST: dict[str, str | bytes | None] = {"entries/000001.json": "{}\n"}
SECOND: dict[str, str | bytes | None] = {"entries/000002.json": "{}\n"}


def test_evidence_is_added_to(server: Server) -> None:
    evidence(server, FIRST)
    assert server.push("evidence").went_in
    server.clone.commit(SECOND)
    answer = server.push("evidence")
    assert answer.went_in, answer.said


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"entries/000001.json": "[]\n"}, id="an entry is changed"),
        pytest.param({"entries/000001.json": None, **SECOND}, id="an entry is replaced"),
        pytest.param({**SECOND, "entries/000003.json": "{}\n"}, id="two at once"),
        pytest.param({"run.sh": "true\n"}, id="something else"),
        pytest.param({}, id="nothing"),
    ],
)
def test_evidence_is_nothing_but_added_to(server: Server, files: dict[str, str | bytes | None]) -> None:
    evidence(server, FIRST)
    assert server.push("evidence").went_in
    server.clone.commit(files)
    answer = server.push("evidence")

    assert not answer.went_in
    assert "is no entry of evidence" in answer.said


def test_evidence_is_not_rewritten(server: Server) -> None:
    evidence(server, FIRST, SECOND)
    assert server.push("evidence").went_in
    for arguments in (("--force", "evidence~1:evidence"), ("--delete", "evidence")):
        assert not server.push(*arguments).went_in
    assert server.at("refs/heads/evidence") == server.clone.git("rev-parse", "evidence")


@pytest.mark.parametrize("tag", ["checkpoint/2026-11", "review/12/s-0104"])
def test_a_checkpoint_or_review_stays_as_it_was_made(server: Server, tag: str) -> None:
    server.clone.git("tag", "--annotate", "--message", "as it was", tag)
    assert server.push(f"refs/tags/{tag}").went_in
    server.clone.git("tag", "--annotate", "--force", "--message", "as I would like it", tag)
    moved, deleted = server.push("--force", f"refs/tags/{tag}"), server.push("--delete", f"refs/tags/{tag}")

    assert (moved.went_in, deleted.went_in) == (False, False)
    assert f"refs/tags/{tag} stays as it was made" in moved.said
    assert f"refs/tags/{tag} must not be deleted" in deleted.said


def test_other_branches_and_tags_are_free(server: Server) -> None:
    server.branch("broken", broken(server))
    server.clone.git("tag", "mine")
    assert server.push("broken", "mine").went_in
    assert server.push("--delete", "broken", "mine").went_in


def test_replaced_objects_are_not_taken(server: Server) -> None:
    commit = server.branch("remark", remarked(server))
    server.clone.git("replace", "main", commit)
    answer = server.push("refs/replace/*")
    assert not answer.went_in
    assert "replaced objects are not taken" in answer.said


def test_one_refusal_refuses_the_whole_push(server: Server) -> None:
    server.clone.commit(remarked(server))
    server.clone.git("branch", "side")
    assert not server.push("main", "side").went_in
    assert server.at("refs/heads/side") == ""


# -- the surroundings ----------------------------------------------------------------------------------


def test_a_server_that_borrows_its_objects_is_seen_whole(made: Path, server: Server, tmp_path: Path) -> None:
    """As forges lay out forks: the objects stand elsewhere, by a relative path."""
    borrowing = tmp_path / "borrowing.git"
    command = ["git", "clone", "--quiet", "--bare", "--shared", str(server.bare), str(borrowing)]
    subprocess.run(command, check=True, env=surroundings())
    (borrowing / "objects/info/alternates").write_text("../../register.git/objects\n")
    with_hook(borrowing)
    server.clone.git("remote", "set-url", "origin", str(borrowing))
    server.branch("remark", remarked(server))
    server.merge("remark")
    answer = server.push("main")
    assert answer.went_in, answer.said


@pytest.mark.parametrize(
    ("environment", "lines"),
    [
        pytest.param({}, "", id="by hand"),
        pytest.param({"GIT_DIR": "."}, f"{'1' * 40} {'2' * 40} refs/heads/main\n", id="no repository"),
        pytest.param({"GIT_DIR": "."}, "main\n", id="other lines"),
    ],
)
def test_it_is_for_git_alone(server: Server, environment: dict[str, str], lines: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [server.bare / "hooks" / "pre-receive"],
        cwd=tmp_path,
        env=surroundings() | environment,
        input=lines,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "pre-receive hook" in done.stderr
    assert "Traceback" not in done.stderr
