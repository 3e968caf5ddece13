"""`vendorbook trail record`, on a real repository, with a forge on this machine."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from typing import Any

import pytest

from tests.cli.trail.conftest import FILE, Run, known
from tests.helpers.forge_answers import REPO, github, gitlab, note, request, review, version
from tests.helpers.forge_server import FakeForge, Raw, serving
from tests.helpers.merging import ORDERS, History, Landed
from vendorbook import __version__
from vendorbook.trail.ledger import read


def entries(history: History) -> list[Any]:
    names = history.repo.git("ls-tree", "-r", "--name-only", "evidence").split()
    return [json.loads(history.repo.git("show", f"evidence:{name}")) for name in names]


def test_one_merge_in_full(history: History, forge: FakeForge, record: Run) -> None:
    history.push({".github/workflows/gate.yml": "on: pull_request\n"})
    base = history.repo.git("rev-parse", "HEAD")
    landed = history.merge({FILE: "id: 1\n"}, {FILE: "id: 2\n"})
    known(forge, 12, landed)
    ran = record("--merge", "HEAD")
    tree = history.repo.git("rev-parse", f"HEAD:{ORDERS}")
    found = entries(history)[0]
    digest, recorded = found["content"][ORDERS].pop("sha256"), found.pop("recorded_at")
    assert (ran.status, ran.out) == (0, f"000001 {landed.commit} merge #12\n")
    assert found == {
        "format": "vendorbook/evidence/v1",
        "number": 1,
        "previous": None,
        "merge": {
            "commit": landed.commit,
            "base": base,
            "head": landed.head,
            "merged_at": "2026-11-20T02:00:00Z",
            "merged_by": {"id": "1004", "login": "ibis"},
        },
        "change": {
            "forge": "github",
            "number": 12,
            "author": {"id": "1001", "login": "heron"},
            "head": landed.head,
            "kind": "merge",
        },
        "reviews": [
            {
                "id": "12",
                "reviewer": {"id": "1002", "login": "teal"},
                "state": "approved",
                "commit": landed.head,
                "submitted_at": "2026-11-19T02:00:00Z",
                "content": {ORDERS: tree},
            }
        ],
        "checks": [{"name": "gate", "conclusion": "success", "app": "15368", "commit": landed.head}],
        "workflow_digest": "sha256:" + sha256(b"on: pull_request\n").hexdigest(),
        "ruleset_digest": found["ruleset_digest"],
        "content": {ORDERS: {"tree": tree}},
        "mass_change": False,
        "tool": __version__,
    }
    assert digest.startswith("sha256:")
    assert recorded.endswith("Z")


def test_all_that_is_missing_and_nothing_twice(history: History, five: list[Landed], record: Run) -> None:
    first = record()
    tip = history.repo.git("rev-parse", "evidence")
    second = record("--all-missing")
    assert [line.split()[1] for line in first.out.splitlines()] == [each.commit for each in five]
    assert (second.status, second.out) == (0, "")
    assert "0 recorded, 5 were there before" in second.err
    assert history.repo.git("rev-parse", "evidence") == tip
    assert history.repo.git("status", "--porcelain") == ""


def test_only_after_a_commit_then_the_gap(history: History, five: list[Landed], record: Run) -> None:
    assert record("--since", five[2].commit).out.count("\n") == 2
    assert record().out.count("\n") == 3
    ledger = read(history.repo.path)
    assert [each.change.number for each in ledger.entries] == [4, 5, 1, 2, 3]
    assert ledger.faults == ()


def test_one_merge_twice(history: History, five: list[Landed], record: Run) -> None:
    assert record("--merge", five[1].commit).out.startswith(f"000001 {five[1].commit}")
    assert record("--merge", five[1].commit).out == ""
    assert len(entries(history)) == 1


def test_an_outage_in_the_middle_then_a_second_run(
    history: History, five: list[Landed], forge: FakeForge, record: Run
) -> None:
    """What was recorded is a whole chain; the second run asks for the rest alone."""
    path = f"{REPO}/pulls/3/reviews"
    forge.first[path] = [Raw(502, body=b"<html>")] * 5
    first = record()
    broken_off = read(history.repo.path)
    forge.asked.clear()
    second = record()
    assert (first.status, first.out.count("\n")) == (2, 2)
    assert "what is recorded stays" in first.err
    assert ([each.number for each in broken_off.entries], broken_off.faults) == ([1, 2], ())
    assert (second.status, second.out.count("\n")) == (0, 3)
    assert not [path for path in forge.paths() if "/pulls/1" in path or "/pulls/2" in path]
    found = read(history.repo.path)
    assert ([each.change.number for each in found.entries], found.faults) == ([1, 2, 3, 4, 5], ())


def test_asked_too_often_then_answered(five: list[Landed], forge: FakeForge, record: Run) -> None:
    forge.first[f"{REPO}/pulls/2"] = [Raw(429, {"retry-after": "1"})]
    ran = record("--max-wait", "5")
    assert (ran.status, ran.out.count("\n")) == (0, 5)
    assert "asked too often; waiting until" in ran.err


def test_asked_too_often_for_too_long(five: list[Landed], forge: FakeForge, record: Run) -> None:
    forge.first[f"{REPO}/pulls/2"] = [Raw(429, {"retry-after": "60"})]
    ran = record("--max-wait", "5")
    assert (ran.status, ran.out.count("\n")) == (2, 1)
    assert "run this again then" in ran.err


def test_a_direct_push_has_an_entry_too(history: History, forge: FakeForge, record: Run) -> None:
    pushed = history.push({FILE: "id: 1\n"})
    forge.answers[f"{REPO}/commits/{pushed}/pulls"] = []
    ran = record()
    assert ran.out == f"000001 {pushed} direct –\n"
    assert entries(history)[0]["change"] == {
        "forge": "github",
        "number": None,
        "author": None,
        "head": None,
        "kind": "direct",
    }


def test_an_approval_of_what_was_squashed_is_bound_to_the_same_content(
    history: History, forge: FakeForge, record: Run
) -> None:
    landed = history.squash({FILE: "id: 1\n"}, {FILE: "id: 2\n"})
    older = history.repo.git("rev-parse", f"{landed.head}~1")
    reviews = [
        review(1, "swan", "APPROVED", older),
        review(2, "teal", "APPROVED", landed.head),
        review(3, "ibis", "APPROVED", "9" * 40),
    ]
    commit = {"author": {"name": "Test", "email": "x@example.invalid", "date": "2026-11-01T00:00:00Z"}, "message": "m"}
    forge.answers |= github(landed.commit, landed.head, 1, reviews) | {
        f"{REPO}/pulls/1/commits": [{"sha": landed.head, "commit": commit}]
    }
    assert record().status == 0
    entry = read(history.repo.path).entries[0]
    merged = entry.content[ORDERS]
    assert (entry.change.kind, entry.merge.head, entry.change.head) == ("squash", None, landed.head)
    assert merged is not None
    assert [each.content and each.content[ORDERS] == merged.tree for each in entry.reviews] == [False, True, None]


def test_gitlab(history: History, vendorbook: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    landed = history.merge({FILE: "id: 1\n"})
    notes = [note(1, "teal", "approved this merge request", "2026-11-19T00:00:00Z")]
    said = request(7, landed.commit, landed.head)
    with serving(FakeForge(numbered=True)) as forge:
        forge.answers |= gitlab(
            landed.commit,
            said,
            notes=notes,
            approved_by=["teal"],
            versions=[version(landed.head, "2026-11-18T00:00:00Z")],
        )
        monkeypatch.setenv("GITLAB_CI", "true")
        monkeypatch.setenv("CI_API_V4_URL", forge.address)
        monkeypatch.setenv("CI_PROJECT_PATH", "paper-boat/register")
        ran = vendorbook("trail", "record")
    assert (ran.status, ran.out) == (0, f"000001 {landed.commit} merge #7\n")
    entry = entries(history)[0]
    assert (entry["change"]["forge"], entry["reviews"][0]["state"]) == ("gitlab", "approved")


def test_two_at_once_write_each_merge_once(history: History, five: list[Landed], forge: FakeForge) -> None:
    command = [sys.executable, "-m", "vendorbook", "trail", "record", "--forge", "github"]
    command += ["--repository", "paper-boat/register", "--api-url", forge.address]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=history.repo.path)
        for _ in range(3)
    ]
    said = [each.communicate(timeout=120) for each in running]
    assert [each.returncode for each in running] == [0, 0, 0], said
    assert sum(out.count(b"\n") for out, _ in said) == 5
    found = read(history.repo.path)
    assert ({each.change.number for each in found.entries}, found.faults) == ({1, 2, 3, 4, 5}, ())
