"""Repositories that are not what they seem: a change is judged as its objects are, or the run says why it cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran, run, run_installed
from tests.gate.edits import KITE, RECORD, edited, reassessed, wider
from tests.gate.test_attempts import ADDRESSES, brought
from tests.hardening.canaries import CONFIG
from tests.helpers.repos import Repo

Files = dict[str, bytes]
OWNER = ADDRESSES["s-0107"]


Gate = Callable[..., Ran]


def branch(
    repo: Repo, name: str, patch: dict[str, bytes | None], start: str = "main", message: str = "a change"
) -> str:
    """A branch with one commit, by the project owner."""
    repo.git("checkout", "--quiet", "--force", "-b", name, start)
    repo.stage(patch)
    repo.git("commit", "--quiet", "--message", message, env={"GIT_AUTHOR_EMAIL": OWNER})
    return repo.git("rev-parse", "HEAD")


def quiet_change(files: Files) -> dict[str, bytes | None]:
    return edited(RECORD, wider)(files)


# -- what is judged ------------------------------------------------------------------------------------


def test_what_merging_makes_is_judged_and_not_the_bare_head(repo: Repo, gate: Gate, example_files: Files) -> None:
    """A branch that is behind: what main has since is no removal, and what the two make together counts."""
    branch(repo, "topic", reassessed()(example_files))
    repo.git("checkout", "--quiet", "main")
    repo.commit({f"{KITE}/evidence/later.txt": "later\n"})

    assert gate("main", "topic").status == 0


def test_two_changes_that_are_right_alone_and_wrong_together(repo: Repo, gate: Gate, example_files: Files) -> None:
    branch(repo, "one", reassessed()(example_files))
    branch(
        repo,
        "two",
        {f"{KITE}/journal/2026-11-16-risk-assessment-b.yaml": None} | reassessed(day="2026-11-17")(example_files),
    ) if False else None
    other = dict(example_files)
    text = other[RECORD].decode().replace("  cross_institution: false", "  cross_institution: true")
    branch(repo, "three", {RECORD: text.encode()})
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "-m", "one", "one")

    found = brought(gate("main", "three", "--format=json"))
    assert "scope-change-is-assessed-again" in found


def test_the_work_tree_and_the_index_have_no_say(repo: Repo, gate: Gate, example_files: Files) -> None:
    branch(repo, "topic", quiet_change(example_files))
    repo.git("checkout", "--quiet", "main")
    repo.stage({"policies/article-6/scope-is-the-one-assessed.yaml": "id: other\n"})
    repo.write({"policies/firm.yaml": "nothing: here\n"})

    assert gate("main", "topic").status == 1


def test_content_slipped_into_a_merge_of_main_into_the_branch(repo: Repo, gate: Gate, example_files: Files) -> None:
    branch(repo, "topic", {f"{KITE}/evidence/one.txt": b"one\n"})
    repo.git("checkout", "--quiet", "main")
    repo.commit({f"{KITE}/evidence/two.txt": "two\n"})
    repo.git("checkout", "--quiet", "topic")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "main")
    repo.stage(quiet_change(example_files))
    repo.git("commit", "--quiet", "-m", "Merge branch 'main'", env={"GIT_AUTHOR_EMAIL": OWNER})

    assert "scope-change-is-assessed-again" in brought(gate("main", "topic", "--format=json"))


def test_a_replacement_and_a_graft_stand_in_for_nothing(repo: Repo, gate: Gate, example_files: Files) -> None:
    quiet = branch(repo, "quiet", quiet_change(example_files))
    honest = branch(repo, "honest", reassessed()(example_files))
    repo.git("replace", quiet, honest)
    (repo.path / ".git/info").mkdir(exist_ok=True)
    (repo.path / ".git/info/grafts").write_text(f"{quiet} {honest}\n")

    assert gate("main", "quiet").status == 1


def test_nothing_is_written_into_the_repository(repo: Repo, gate: Gate, example_files: Files) -> None:
    branch(repo, "one", reassessed()(example_files))
    repo.git("checkout", "--quiet", "--force", "main")
    repo.commit({RECORD: example_files[RECORD] + b"# a remark at the end\n"})
    before = listing(repo.path / ".git")

    assert gate("main", "one").status == 0
    assert listing(repo.path / ".git") == before


def listing(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))}


# -- what could be run ---------------------------------------------------------------------------------


def test_no_setting_of_the_repository_runs_anything(repo: Repo, example_files: Files, tmp_path: Path) -> None:
    """Merge drivers, hooks, attributes, signature programs: each would leave a trace."""
    trace, canary = tmp_path / "trace", tmp_path / "canary"
    canary.write_text(f"#!/bin/sh\ntouch {trace}\nexit 1\n")
    canary.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-merge", "pre-merge-commit", "reference-transaction", "post-checkout", "post-index-change"):
        (hooks / name).symlink_to(canary)
    attributes = "* diff=evil filter=evil merge=evil text working-tree-encoding=UTF-16\n"
    (tmp_path / "attributes").write_text(attributes)
    branch(repo, "topic", reassessed()(example_files))
    repo.git("checkout", "--quiet", "--force", "main")
    repo.commit({RECORD: example_files[RECORD] + b"# a remark at the end\n"})
    config = CONFIG.format(canary=canary, hooks=hooks, attributes=tmp_path / "attributes")
    (repo.path / ".git/config").write_text(config)
    (repo.path / ".git/info").mkdir(exist_ok=True)
    (repo.path / ".git/info/attributes").write_text(attributes)
    (repo.path / ".gitattributes").write_text(attributes)

    ran = run_installed(repo.path, "gate", "--base=main", "--head=topic", "--as-of=2026-11-22")
    assert ran.status == 0, ran.err
    assert not trace.exists()


def test_what_git_says_in_the_environment_has_no_say(repo: Repo, example_files: Files, tmp_path: Path) -> None:
    branch(repo, "topic", quiet_change(example_files))
    other = Repo(tmp_path / "other")
    other.commit({"nothing": "here\n"})
    lies = {
        "GIT_DIR": str(other.path / ".git"),
        "GIT_WORK_TREE": str(other.path),
        "GIT_OBJECT_DIRECTORY": str(other.path / ".git/objects"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": "touch stolen",
        "GIT_EXTERNAL_DIFF": "touch stolen",
        "GIT_TRACE": str(tmp_path / "stolen"),
    }

    ran = run_installed(repo.path, "gate", "--base=main", "--head=topic", "--as-of=2026-11-22", env=lies)
    assert ran.status == 1
    assert not list(tmp_path.rglob("stolen"))


# -- what cannot be looked at --------------------------------------------------------------------------

REVISIONS = (
    "", "-", "--output=stolen", "nonesuch", "HEAD^{tree}", f"HEAD:{RECORD}", "main..topic", "\x1b[2J", "0" * 40,
)  # fmt: skip


@pytest.mark.parametrize("side", ["base", "head"])
@pytest.mark.parametrize("revision", REVISIONS, ids=ascii)
def test_what_is_no_revision(revision: str, side: str, register: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    asked = {"base": "start", "head": "start"} | {side: revision}
    ran = run(capsys, "gate", f"--base={asked['base']}", f"--head={asked['head']}")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err
    assert not list(register.path.glob("stolen*"))


def test_a_tag_that_hides_a_branch(repo: Repo, gate: Gate, example_files: Files) -> None:
    branch(repo, "topic", quiet_change(example_files))
    repo.git("tag", "topic", "main")

    ran = gate("main", "topic")
    assert (ran.status, ran.out) == (2, "")
    assert "refs/tags/topic" in ran.err


def test_a_shallow_clone(repo: Repo, gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({f"{KITE}/evidence/one.txt": "one\n"})
    shallow = repo.clone(tmp_path / "shallow", "--depth=1")
    monkeypatch.chdir(shallow.path)

    ran = gate("HEAD", "HEAD")
    assert (ran.status, ran.out) == (2, "")
    assert "fetch-depth: 0" in ran.err


def test_a_partial_clone_fetches_nothing(
    repo: Repo, gate: Gate, example_files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    branch(repo, "topic", quiet_change(example_files))
    repo.git("config", "uploadpack.allowFilter", "true")
    partial = repo.clone(tmp_path / "partial", "--filter=blob:none", "--no-checkout")
    monkeypatch.chdir(partial.path)
    before = sorted((partial.path / ".git/objects").rglob("*"))

    ran = gate("origin/main", "origin/topic", f"--root={partial.path}")
    assert (ran.status, ran.out) == (2, "")
    assert sorted((partial.path / ".git/objects").rglob("*")) == before


def test_histories_that_have_nothing_in_common(repo: Repo, gate: Gate) -> None:
    orphan = repo.git("commit-tree", "HEAD^{tree}", "-m", "from nowhere")
    ran = gate("main", orphan)

    assert (ran.status, ran.out) == (2, "")
    assert "nothing in common" in ran.err


def test_a_change_that_conflicts(repo: Repo, gate: Gate, example_files: Files) -> None:
    branch(repo, "topic", quiet_change(example_files))
    repo.git("checkout", "--quiet", "main")
    repo.commit(
        {RECORD: example_files[RECORD].replace(b"  internet_exposed: false", b"  internet_exposed: false # no")}
    )

    ran = gate("main", "topic")
    assert (ran.status, ran.out) == (2, "")
    assert RECORD in ran.err


def test_a_base_without_rules(tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tool's own rules judge where a register brings none, but the firm's profile has to be there."""
    bare = Repo(tmp_path / "bare")
    bare.commit({"README.md": "nothing\n"})
    bare.git("branch", "empty")
    branch(bare, "topic", {"vendors/kite/supplier.yaml": b"id: kite\n"})
    monkeypatch.chdir(bare.path)

    ran = gate("empty", "topic")
    assert (ran.status, ran.out) == (2, "")
    assert "firm.yaml" in ran.err


def test_a_server_s_repository_has_no_work_tree(
    repo: Repo, gate: Gate, example_files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    branch(repo, "topic", quiet_change(example_files))
    server = repo.clone(tmp_path / "server.git", "--bare")
    monkeypatch.chdir(tmp_path)

    assert gate("main", "topic", f"--root={server.path}").status == 1


# -- odd files -----------------------------------------------------------------------------------------


ODD = (
    b"vendors/kite-systems/aux.yaml",
    b"vendors/kite-systems/order-routing/Engagement.yaml",
    b"vendors/kite-systems/a\nb/engagement.yaml",
    b"vendors/kite-systems/\xff\xfe.yaml",
    b"vendors/--output=x",
    b"vendors/kite-systems/order-routing/journal/x.yml",
)


@pytest.mark.parametrize("path", ODD, ids=ascii)
def test_odd_names_are_refused(path: bytes, repo: Repo, gate: Gate) -> None:
    repo.index([("100644", repo.blob(b"id: odd\n"), path)])
    tree = repo.git("write-tree")
    odd = repo.git("commit-tree", tree, "-p", "main", "-m", "odd", env={"GIT_AUTHOR_EMAIL": OWNER})

    ran = gate("main", odd, "--format=json")
    assert ran.status == 1
    assert "record-is-readable" in brought(ran)


@pytest.mark.parametrize("mode", ["120000", "100755", "160000"])
def test_odd_modes_are_refused(mode: str, repo: Repo, gate: Gate, example_files: Files) -> None:
    blob = repo.git("rev-parse", "HEAD") if mode == "160000" else repo.blob(example_files[RECORD])
    repo.index([(mode, blob, RECORD.encode())])
    odd = repo.git("commit-tree", repo.git("write-tree"), "-p", "main", "-m", "odd", env={"GIT_AUTHOR_EMAIL": OWNER})

    ran = gate("main", odd, "--format=json")
    assert ran.status == 1
    assert "record-is-readable" in brought(ran)
