"""The hook as users have it: `vendorbook check --staged` on the example register."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from tests.helpers.repos import Repo
from tests.precommit.hooks import BESIDE_PYTHON, ROOT, by_pre_commit, commit, environment, manifest

RECORD = "vendors/paper-crane/website/engagement.yaml"
AS_OF = "2026-11-22"


@pytest.fixture
def register(tmp_path: Path, example_files: dict[str, bytes]) -> Repo:
    """The example register in a repository whose hook is the real one, on the day when it complies."""
    repo = Repo(tmp_path / "repo")
    repo.commit(dict(example_files))
    (tmp_path / "home").mkdir()
    by_pre_commit(repo, f"{manifest()['entry']} --as-of {AS_OF} --lang en", tmp_path / "home")
    return repo


def home(register: Repo) -> Path:
    return register.path.parent / "home"


def broken(example_files: dict[str, bytes]) -> bytes:
    """A record with a key twice, which no version of the schemas and policies could accept."""
    return example_files[RECORD] + b"id: website\n"


def test_a_compliant_register_is_committed(register: Repo) -> None:
    done = commit(register.path, home(register), "commit", "-m", "the hook itself")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stderr + done.stdout


def test_what_is_staged_is_refused_at_its_line(register: Repo, example_files: dict[str, bytes]) -> None:
    register.stage({RECORD: broken(example_files)})
    register.write({RECORD: example_files[RECORD]})
    done = commit(register.path, home(register), "commit", "-m", "broken")
    line = example_files[RECORD].count(b"\n") + 1
    assert done.returncode == 1
    assert f"{RECORD}:{line}:1" in done.stdout + done.stderr
    assert "exit code: 1" in done.stdout + done.stderr


def test_what_is_not_staged_does_not_matter(register: Repo, example_files: dict[str, bytes]) -> None:
    register.write({RECORD: broken(example_files)})
    assert commit(register.path, home(register), "commit", "-m", "only the hook").returncode == 0
    assert commit(register.path, home(register), "commit", "-a", "-m", "all").returncode == 1
    assert commit(register.path, home(register), "commit", "-m", "path", "--", RECORD).returncode == 1


def test_a_deletion_alone_is_judged(register: Repo) -> None:
    assert commit(register.path, home(register), "commit", "-m", "the hook itself").returncode == 0
    register.git("rm", "--quiet", RECORD.replace("website/engagement", "supplier"))
    done = commit(register.path, home(register), "commit", "-m", "the supplier's record is gone")
    assert done.returncode == 1
    assert "vendors/paper-crane/supplier.yaml:1:1" in done.stdout + done.stderr


def test_a_register_that_is_gone_is_not_fine(register: Repo) -> None:
    register.git("rm", "-r", "--quiet", "vendors")
    done = commit(register.path, home(register), "commit", "-m", "all gone")
    assert done.returncode == 1
    assert "exit code: 2" in done.stdout + done.stderr


# -- the files that this repository gives to pre-commit ----------------------------------------------


@pytest.mark.parametrize("kind", ["manifest", "config"])
def test_pre_commit_accepts_our_files(kind: str, tmp_path: Path) -> None:
    name = {"manifest": ".pre-commit-hooks.yaml", "config": ".pre-commit-config.yaml"}[kind]
    command = [BESIDE_PYTHON / "pre-commit", f"validate-{kind}", ROOT / name]
    done = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_our_own_hook_is_the_one_we_offer() -> None:
    """Only the language differs: here, the tool is installed already."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    own = next(hook for hook in config["repos"][0]["hooks"] if hook["id"] == "vendorbook-check")
    offered = manifest()
    same = ("id", "name", "entry", "always_run", "pass_filenames", "stages")
    assert {key: own[key] for key in same} == {key: offered[key] for key in same}
    assert (own["language"], offered["language"]) == ("system", "python")


@pytest.mark.parametrize(("name", "refused"), [("yaml.py", True), ("tooling/yaml.py", False), ("mkdocs.yml", False)])
def test_no_module_at_the_top(tmp_path: Path, name: str, refused: bool) -> None:
    repo = Repo(tmp_path / "repo")
    repo.stage({".pre-commit-config.yaml": (ROOT / ".pre-commit-config.yaml").read_bytes(), name: "x = 1\n"})
    command = [BESIDE_PYTHON / "pre-commit", "run", "no-module-at-the-top"]
    done = subprocess.run(
        command, cwd=repo.path, env=environment(tmp_path), capture_output=True, text=True, check=False
    )
    assert (done.returncode != 0) == refused
    assert (name in done.stdout) == refused
