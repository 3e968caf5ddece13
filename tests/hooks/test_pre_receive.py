"""Real pushes to a real bare repository, beside main: evidence, tags, and where the hook may be run."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.helpers.repos import surroundings
from tests.hooks.conftest import Server, broken, remarked, with_hook

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
