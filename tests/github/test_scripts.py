"""The workflows' own scripts, run as they stand, on a real repository; `gh` only writes down what it is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tests.github.workflows import FOLDER, loaded
from tests.helpers.repos import Repo, Written, surroundings

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the runner's shell is bash")

RECORD = "vendors/kite-systems/order-routing/engagement.yaml"
TOOL = f"""#!/bin/sh
shift # -I, with which a checkout's tool would not be found
PYTHONPATH='{ROOT / "tooling"}' exec '{sys.executable}' -P "$@"
"""
GH = """#!/bin/sh
printf '%s\\n' "gh $*" >>"$GH_LOG"
case "$1 $2" in
  "issue list") printf '%s' "$GH_OPEN" ;;
  "api "*) printf '%s' "$GH_LABEL" ;;
esac
"""


class Ended(NamedTuple):
    """How a script ended, and what it said."""

    status: int
    said: str


class Runner:
    """A machine of the forge, as far as the scripts know one."""

    def __init__(self, root: Path) -> None:
        self.temp, self.workspace = root / "temp", root / "workspace"
        self.summary, self.log = root / "summary.md", root / "gh.log"
        for file in (self.summary, self.log):
            file.touch()
        _program(self.temp / "tool/bin/python", TOOL)
        _program(root / "bin/gh", GH)
        self.environment = surroundings() | {
            "PATH": f"{root / 'bin'}:{surroundings()['PATH']}",
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(root / "output"),
            "GITHUB_REPOSITORY": "paper-boat-securities/register",
            "GITHUB_SERVER_URL": "https://forge.invalid",
            "GITHUB_RUN_ID": "77",
            "GH_LOG": str(self.log),
            "VENDORBOOK_LANG": "en",
        }

    def runs(self, workflow: str, step: str, given: Mapping[str, str]) -> Ended:
        """Runs a step's script as the runner does: bash with `-eo pipefail`, in the step's folder."""
        [job] = loaded((FOLDER / f"workflows/{workflow}.yml").read_text("utf-8"))["jobs"].values()
        [script] = [each["run"] for each in job["steps"] if each["name"] == step]
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.temp,
            env=self.environment | dict(given),
            capture_output=True,
            text=True,
            check=False,
        )
        return Ended(done.returncode, done.stdout + done.stderr)


def _program(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True)
    place.write_text(text)
    place.chmod(0o755)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


# -- the gate ------------------------------------------------------------------------------------------

FETCH = "Fetch what is proposed, as objects alone"
JUDGE = "Judge the change, and show it"


@pytest.fixture
def origin(tmp_path: Path, runner: Runner, example_files: dict[str, bytes]) -> Repo:
    """The forge's repository, of which the runner has checked out main."""
    origin = Written(tmp_path / "origin")
    origin.commit(dict(example_files), "the register")
    origin.git("config", "uploadpack.allowAnySHA1InWant", "true")
    origin.clone(runner.workspace / "base")
    return origin


def proposed(origin: Repo, more: bytes) -> str:
    """A pull request that adds lines to a record."""
    origin.git("switch", "--quiet", "--create", "change")
    head = origin.commit({RECORD: (origin.path / RECORD).read_bytes() + more})
    origin.git("update-ref", "refs/pull/1/head", head)
    origin.git("switch", "--quiet", "main")
    origin.git("branch", "--delete", "--force", "--quiet", "change")
    return head


def judged(runner: Runner, head: str, **more: str) -> Ended:
    fetched = runner.runs("gate", FETCH, {"HEAD_SHA": head, "TOKEN": "nothing"})
    assert fetched.status == 0, fetched.said
    given = {"HEAD_SHA": head, "MASS_CHANGE": "false", "QUEUED": "", "GH_TOKEN": "nothing"}
    return runner.runs("gate", JUDGE, given | more)


def test_an_honest_change_passes_and_is_shown(runner: Runner, origin: Repo) -> None:
    ended = judged(runner, proposed(origin, b"# looked through\n"))
    assert ended.status == 0, ended.said
    assert "## vendorbook: nothing found" in runner.summary.read_text("utf-8")


def test_a_change_that_breaks_a_rule_does_not_pass(runner: Runner, origin: Repo) -> None:
    ended = judged(runner, proposed(origin, b"notes: x\n"))
    assert ended.status == 1
    assert f"::error file={RECORD}" in ended.said
    assert "record-matches-schema" in runner.summary.read_text("utf-8")


def test_what_cannot_be_judged_does_not_pass(runner: Runner, origin: Repo) -> None:
    head = proposed(origin, b"# looked through\n")
    (runner.workspace / "base/.git/shallow").write_text(origin.git("rev-parse", "main") + "\n")
    given = {"HEAD_SHA": head, "MASS_CHANGE": "false", "QUEUED": "", "GH_TOKEN": "nothing"}
    assert runner.runs("gate", JUDGE, given).status == 2


def test_what_is_proposed_is_not_on_the_disk(runner: Runner, origin: Repo) -> None:
    judged(runner, proposed(origin, b"notes: x\n"))
    command = ["git", "status", "--porcelain"]
    done = subprocess.run(command, cwd=runner.workspace / "base", env=surroundings(), capture_output=True, check=True)
    assert done.stdout == b""


@pytest.mark.parametrize("labelled", [True, False])
def test_the_merge_queue_asks_for_the_label(runner: Runner, origin: Repo, labelled: bool) -> None:
    head = proposed(origin, b"# looked through\n")
    (runner.temp / "tool/bin/python").write_text('#!/bin/sh\necho "tool $*" >>"$GH_LOG"\n')
    queued = f"refs/heads/gh-readonly-queue/main/pr-12-{head}"
    ended = judged(runner, head, QUEUED=queued, GH_LABEL=str(labelled).lower())

    assert ended.status == 0, ended.said
    assert "gh api repos/paper-boat-securities/register/issues/12/labels" in runner.log.read_text()
    assert ("--mass-change" in runner.log.read_text()) == labelled


# -- the night -----------------------------------------------------------------------------------------

ISSUE = "Say so in the one issue"


def said(runner: Runner, status: str, already: str) -> list[str]:
    (runner.temp / "report.md").write_text("| a finding |\n" * 10_000)
    ended = runner.runs("nightly", ISSUE, {"STATUS": status, "GH_OPEN": already})
    assert ended.status == 0, ended.said
    return runner.log.read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("1", "the register has findings"),
        ("2", "the register could not be judged"),
        ("3", "vendorbook has a bug"),
        ("", "the check did not start, or broke off"),
    ],
)
def test_a_bad_night_opens_an_issue(runner: Runner, status: str, words: str) -> None:
    asked = said(runner, status, "")
    assert [words in each for each in asked if each.startswith("gh issue create")] == [True]
    assert [each for each in asked if each.startswith("gh issue edit")] == []
    body = (runner.temp / "issue.md").read_text("utf-8")
    assert "https://forge.invalid/paper-boat-securities/register/actions/runs/77" in body
    assert ("| a finding |" in body) == (status == "1")
    assert len(body) < 65_536


def test_another_bad_night_writes_the_same_issue_again(runner: Runner) -> None:
    asked = said(runner, "1", "9")
    assert [each for each in asked if each.startswith("gh issue edit 9 ")] != []
    assert [each for each in asked if each.startswith("gh issue create")] == []


@pytest.mark.parametrize("already", ["", "9"])
def test_a_quiet_night_closes_it(runner: Runner, already: str) -> None:
    asked = said(runner, "0", already)
    assert [each.split(" --")[0] for each in asked[1:]] == (["gh issue close 9"] if already else [])


# -- the evidence --------------------------------------------------------------------------------------

PUSH = "Push the branch evidence"


@pytest.fixture
def register(runner: Runner, tmp_path: Path) -> Repo:
    """The forge's repository with a branch of evidence, of which the runner has a clone with one entry more."""
    origin = Repo(tmp_path / "origin")
    origin.commit({"README.md": "x\n"})
    origin.git("branch", "evidence")
    clone = origin.clone(runner.workspace / "register")
    clone.git("switch", "--quiet", "evidence")
    clone.commit({"entries/000001.json": "{}\n"})
    clone.git("switch", "--quiet", "main")
    return origin


def test_evidence_is_pushed(runner: Runner, register: Repo) -> None:
    ended = runner.runs("trail", PUSH, {"TOKEN": "nothing"})
    assert ended.status == 0, ended.said
    assert register.git("ls-tree", "--name-only", "-r", "evidence").split() == ["README.md", "entries/000001.json"]


def test_evidence_that_somebody_else_has_added_to_is_not_overwritten(runner: Runner, register: Repo) -> None:
    register.git("switch", "--quiet", "evidence")
    other = register.commit({"entries/000001.json": "[]\n"})
    register.git("switch", "--quiet", "main")

    assert runner.runs("trail", PUSH, {"TOKEN": "nothing"}).status == 1
    assert register.git("rev-parse", "evidence") == other


def test_without_evidence_nothing_is_pushed(runner: Runner, register: Repo) -> None:
    clone = runner.workspace / "register"
    subprocess.run(["git", "branch", "-q", "-D", "evidence"], cwd=clone, env=surroundings(), check=True)
    was = register.git("rev-parse", "evidence")
    assert runner.runs("trail", PUSH, {"TOKEN": "nothing"}).status == 0
    assert register.git("rev-parse", "evidence") == was
