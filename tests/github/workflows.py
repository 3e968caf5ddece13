"""What every workflow must be, and the gate's above all: each fault in a sentence, none where all is well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.conftest import ROOT

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))

PERMISSIONS = {
    "gate": {"contents": "read", "pull-requests": "read"},
    "nightly": {"contents": "read", "issues": "write"},
    "trail": {"contents": "write", "pull-requests": "read", "checks": "read"},
    "test": {"contents": "read"},
    "site": {"contents": "read", "id-token": "write", "attestations": "write"},
}
"""All that each workflow's token may do."""

_PINNED = re.compile(r"^\s*(?:- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
SKIPPABLE = ("if", "needs", "continue-on-error", "strategy", "environment", "paths", "paths-ignore", "branches-ignore")
_EVENTS = {
    "pull_request": {
        "branches": ["main"],
        "types": ["opened", "reopened", "synchronize", "edited", "labeled", "unlabeled"],
    },
    "merge_group": {"types": ["checks_requested"]},
}


def loaded(text: str) -> Any:
    """As YAML 1.2 has it, where `on` is a word."""
    return YAML(typ="safe", pure=True).load(text)


def shown(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def faults(name: str, text: str) -> list[str]:
    """What is wrong with a workflow of this name."""
    workflow = loaded(text)
    jobs = workflow["jobs"]
    found = [*_top(workflow), *_uses(text)]
    for job in jobs.values():
        found += [*_job(job, PERMISSIONS.get(name)), *(fault for step in job["steps"] for fault in _step(step))]
    return found + ([*_gate(workflow)] if name == "gate" else [])


def _top(workflow: Any) -> Iterator[str]:
    if workflow.get("permissions") != {}:
        yield "permissions are not empty at the top"
    if "group" not in workflow.get("concurrency", {}):
        yield "no concurrency group"
    if {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"]):
        yield "an event that runs with rights on what anybody proposes"


def _uses(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if re.match(r"\s*(- )?uses:", line) and not _PINNED.match(line):
            yield f"not pinned to a commit with its version: {line.strip()}"
        if "zizmor: ignore" in line or "shellcheck disable" in line:
            yield f"silences a linter: {line.strip()}"


def _job(job: Any, permissions: dict[str, str] | None) -> Iterator[str]:
    if job.get("permissions") != permissions:
        yield f"permissions are {job.get('permissions')}"
    if not 0 < job.get("timeout-minutes", 0) <= 60:
        yield "no time limit"


def _step(step: Any) -> Iterator[str]:
    script, given = step.get("run", ""), step.get("with", {})
    if "${{" in script:
        yield f"an expression in a script: {step['name']}"
    if script and step.get("shell") != "bash":
        yield f"a shell without pipefail: {step['name']}"
    if "checkout@" in step.get("uses", "") and (given.get("persist-credentials"), given.get("fetch-depth")) != (
        False,
        0,
    ):
        yield "a checkout that keeps credentials, or is shallow"
    if "cache" in given or "cache@" in step.get("uses", ""):
        yield "a cache"
    yield from _python(script.replace("\\\n", " "))


def _python(script: str) -> Iterator[str]:
    for line in script.splitlines():
        if re.search(r"python[\w.]*\"? (?!-I )", line):
            yield f"Python that reads what lies around: {line.strip()}"
        if "pip install" in line and not ("--require-hashes --only-binary :all:" in line or "--no-index" in line):
            yield f"an install without hashes: {line.strip()}"


def _gate(workflow: Any) -> Iterator[str]:
    """What makes the gate one that cannot be left out, and that no change can talk to."""
    if workflow["on"] != _EVENTS:
        yield "runs on something else, or not on all"
    if list(workflow["jobs"]) != ["gate"] or workflow["jobs"]["gate"].get("name") != "gate":
        yield "not the one job of the name that is required"
    yield from (f"can be skipped: {key}" for key in _keys(workflow) if key in SKIPPABLE)
    for job in workflow["jobs"].values():
        yield from _head_stays_data(job["steps"])


def _head_stays_data(steps: Any) -> Iterator[str]:
    checkouts = [step["with"] for step in steps if "checkout@" in step.get("uses", "")]
    wanted = {"ref": "${{ github.event.merge_group.base_sha || 'refs/heads/main' }}", "path": "base"}
    if [{key: each.get(key) for key in wanted} for each in checkouts] != [wanted]:
        yield "checks out something else than the base"
    scripts = "\n".join(step.get("run", "") for step in steps)
    if re.search(r"git\b.*\b(checkout|switch|worktree|restore|reset|archive|merge|read-tree)\b", scripts):
        yield "puts what is proposed on the disk"
    if any("run" in step and step.get("working-directory") != "${{ runner.temp }}" for step in steps):
        yield "works within a checkout"
    if any("GITHUB_ENV" in step.get("run", "") or "GITHUB_PATH" in step.get("run", "") for step in steps):
        yield "a step that changes the surroundings of the next"


def _keys(value: Any) -> Iterator[str]:
    for below in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(below)
    yield from value if isinstance(value, dict) else ()
