"""The workflows as they stand have no fault, and each fault that could be made in them is noticed."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from tests.github.workflows import FOLDER, PERMISSIONS, WORKFLOWS, faults, loaded

TEXT = {path.stem: path.read_text("utf-8") for path in WORKFLOWS}


def test_the_workflows_are_the_ones_that_are_looked_at() -> None:
    assert TEXT.keys() == PERMISSIONS.keys()


@pytest.mark.parametrize("name", TEXT)
def test_a_workflow_has_no_fault(name: str) -> None:
    assert faults(name, TEXT[name]) == []


_HEAD = "${{ github.event.pull_request.head.sha || github.event.merge_group.head_sha }}"
_ENV = f"        env:\n          HEAD_SHA: {_HEAD}\n          MASS"
_PERMISSIONS = """    permissions:
      contents: read # the base, and the objects of the head
      pull-requests: read # the labels of what is in the merge queue
"""
_UNPINNED = "not pinned to a commit with its version: uses: "
_PYTHON = "actions/setup-python@a309ff8b426b58ec0e2a45f0f869d46889d02405"
_JOB = "    runs-on: ubuntu-24.04\n"
_STEP = "      - name: Judge the change, and show it\n"
BREAKAGES: dict[str, tuple[str, str, str]] = {
    "a condition on the job": (_JOB, f"{_JOB}    if: github.event_name != 'push'\n", "can be skipped: if"),
    "a condition on a step": (_STEP, f"{_STEP}        if: github.actor != 'x'\n", "can be skipped: if"),
    "another job first": (_JOB, f"{_JOB}    needs: [test]\n", "can be skipped: needs"),
    "going on after an error": (_JOB, f"{_JOB}    continue-on-error: true\n", "can be skipped: continue-on-error"),
    "going on after a step's": (
        _STEP,
        f"{_STEP}        continue-on-error: true\n",
        "can be skipped: continue-on-error",
    ),
    "some paths alone": (
        "    branches: [main]\n    types",
        "    branches: [main]\n    paths: [vendors/**]\n    types",
        "can be skipped: paths",
    ),
    "not some paths": (
        "  merge_group:\n",
        "  merge_group:\n    paths-ignore: [docs/**]\n",
        "can be skipped: paths-ignore",
    ),
    "a matrix, which renames": (_JOB, f"{_JOB}    strategy: {{matrix: {{of: [1]}}}}\n", "can be skipped: strategy"),
    "another name": ("    name: gate\n", "    name: the gate\n", "not the one job of the name that is required"),
    "fewer occasions": ("synchronize, ", "", "runs on something else, or not on all"),
    "no merge queue": ("  merge_group:\n    types: [checks_requested]\n", "", "runs on something else, or not on all"),
    "rights for a stranger": (
        "  pull_request:",
        "  pull_request_target:",
        "an event that runs with rights on what anybody proposes",
    ),
    "a moving tag": (
        "@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
        "@v6",
        f"{_UNPINNED}actions/checkout@v6",
    ),
    "no version beside a pin": (
        " # v6.2.0",
        "",
        f"{_UNPINNED}{_PYTHON}",
    ),
    "somebody's action": (
        "actions/setup-python",
        "somebody/setup-python",
        f"{_UNPINNED}somebody/setup-python@",
    ),
    "permissions for all": ("permissions: {}", "permissions: read-all", "permissions are not empty at the top"),
    "permissions by default": ("permissions: {}\n", "", "permissions are not empty at the top"),
    "a job's by default": (
        _PERMISSIONS,
        "",
        "permissions are None",
    ),
    "more than it needs": (
        "contents: read #",
        "contents: write #",
        "permissions are {'contents': 'write', 'pull-requests': 'read'}",
    ),
    "an expression in a script": (
        '--head "$HEAD_SHA"',
        "--head ${{ github.head_ref }}",
        "an expression in a script: Judge the change, and show it",
    ),
    "a credential left behind": (
        "          persist-credentials: false\n",
        "",
        "a checkout that keeps credentials, or is shallow",
    ),
    "a shallow clone": ("fetch-depth: 0", "fetch-depth: 1", "a checkout that keeps credentials, or is shallow"),
    "a cache": (
        '          python-version: "3.11"\n',
        '          python-version: "3.11"\n          cache: pip\n',
        "a cache",
    ),
    "no time limit": ("    timeout-minutes: 15\n", "", "no time limit"),
    "no concurrency": (
        "  group: gate-${{ github.event.pull_request.number || github.ref }}\n",
        "",
        "no concurrency group",
    ),
    "the head checked out": (
        "github.event.merge_group.base_sha ||",
        "github.event.pull_request.head.sha ||",
        "checks out something else than the base",
    ),
    "the head on the disk": (
        "          options=()\n",
        '          git -C "$register" checkout "$HEAD_SHA"\n          options=()\n',
        "puts what is proposed on the disk",
    ),
    "the checkout's modules": (
        "tool/bin/python -I -m vendorbook gate",
        "tool/bin/python -m vendorbook gate",
        "Python that reads what lies around: ",
    ),
    "run within the checkout": (
        f"        working-directory: ${{{{ runner.temp }}}}\n{_ENV}",
        _ENV,
        "works within a checkout",
    ),
    "no hashes": ("--require-hashes ", "", "an install without hashes: "),
    "sources that run": ("--only-binary :all: ", "", "an install without hashes: "),
    "a shell that goes on": ("        shell: bash\n", "", "a shell without pipefail: Install the base's tool"),
    "a linter silenced": (
        "permissions: {}",
        "permissions: {} # zizmor: ignore[x]",
        "silences a linter: permissions: {} # zizmor: ignore[x]",
    ),
}
"""What is replaced by what in a copy of the gate's workflow, and the fault that must be found then."""


@pytest.mark.parametrize(("before", "after", "fault"), BREAKAGES.values(), ids=BREAKAGES)
def test_a_fault_of_the_gate_s_workflow_is_noticed(before: str, after: str, fault: str) -> None:
    assert before in TEXT["gate"]
    found = faults("gate", TEXT["gate"].replace(before, after, 1))
    assert [each for each in found if each.startswith(fault)] != [], found


def test_an_action_has_one_version_everywhere() -> None:
    used = {line.strip() for text in TEXT.values() for line in text.splitlines() if "uses: " in line}
    assert len(used) == len({line.partition("@")[0] for line in used})


def test_the_gate_is_the_check_that_main_requires() -> None:
    main = json.loads((FOLDER / "rulesets/main.json").read_bytes())
    [rule] = [rule["parameters"] for rule in main["rules"] if rule["type"] == "required_status_checks"]
    assert rule["required_status_checks"] == [
        {"context": loaded(TEXT["gate"])["jobs"]["gate"]["name"], "integration_id": 15368}
    ]


def test_only_what_looks_after_the_tool_takes_its_install_from_the_change() -> None:
    """The tests run what is proposed; everything else is installed from main."""
    places: Sequence[str] = [name for name, text in TEXT.items() if "ref:" not in text]
    assert places == ["test"]
