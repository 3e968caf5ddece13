"""What the gate says of a change: which side each finding is of, and what changed rules would say."""

from __future__ import annotations

import json

from tests.gate.edits import KITE
from tests.gate.test_repositories import Files, Gate, branch, quiet_change
from tests.helpers.repos import Repo


def test_json_names_both_sides_and_says_of_each_finding_whether_it_is_new(
    repo: Repo, gate: Gate, example_files: Files
) -> None:
    head = branch(repo, "topic", quiet_change(example_files))
    said = json.loads(gate("main", "topic", "--format=json", "--as-of=2027-03-01").out)

    assert said["format"] == "vendorbook/findings/v1"
    assert (said["base"], said["head"]) == (repo.git("rev-parse", "main"), head)
    assert said["merged"] == repo.git("rev-parse", f"{head}^{{tree}}")
    new = {each["introduced"] for each in said["findings"] if each["policy"] == "scope-is-the-one-assessed"}
    lapsed = {each["introduced"] for each in said["findings"] if each["policy"] == "access-reviewed-every-half-year"}
    assert (new, lapsed) == ({True}, {False})
    assert said["counts"]["standing"] == sum(not each["introduced"] and not each["waiver"] for each in said["findings"])


def test_a_deadline_that_lapsed_is_shown_and_blocks_nothing(repo: Repo, gate: Gate, example_files: Files) -> None:
    branch(repo, "topic", {f"{KITE}/evidence/one.txt": b"one\n"})
    ran = gate("main", "topic", "--as-of=2027-03-01")

    assert ran.status == 0
    assert "access-reviewed-every-half-year" in ran.out


def test_changed_rules_are_shown_with_what_they_would_say(repo: Repo, gate: Gate, example_files: Files) -> None:
    path = "policies/article-5/access-reviewed-every-half-year.yaml"
    branch(repo, "topic", {path: example_files[path].replace(b"every: P6M", b"every: P1M")})
    ran = gate("main", "topic")

    assert ran.status == 0
    assert "the new rules on the register: " in ran.out
    assert "+ vendors/" in ran.out
    said = json.loads(gate("main", "topic", "--format=json").out)
    assert {each["policy"] for each in said["rules"]["brings"]} == {"access-reviewed-every-half-year"}
    assert said["findings"] == []
