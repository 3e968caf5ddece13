"""What GitHub is told beside the workflows: who owns which half, what the rulesets hold, when updates come."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.github.workflows import FOLDER, loaded

RULESETS = {path.stem: json.loads(path.read_bytes()) for path in (FOLDER / "rulesets").glob("*.json")}


def rules(name: str) -> dict[str, Any]:
    """The rules of a ruleset: type to parameters."""
    return {rule["type"]: rule.get("parameters") for rule in RULESETS[name]["rules"]}


def test_a_ruleset_is_on_and_nobody_passes_it_by() -> None:
    assert RULESETS.keys() == {"main", "evidence", "tags"}
    for ruleset in RULESETS.values():
        assert (ruleset["enforcement"], ruleset["bypass_actors"]) == ("active", [])
        assert ruleset["conditions"]["ref_name"]["exclude"] == []


def test_main_takes_reviewed_merges_alone() -> None:
    assert RULESETS["main"]["conditions"]["ref_name"]["include"] == ["refs/heads/main"]
    assert rules("main").keys() == {"deletion", "non_fast_forward", "pull_request", "required_status_checks"}
    assert rules("main")["pull_request"] == {
        "allowed_merge_methods": ["merge"],
        "required_approving_review_count": 2,
        "require_code_owner_review": True,
        "require_last_push_approval": True,
        "dismiss_stale_reviews_on_push": True,
        "required_review_thread_resolution": True,
    }
    assert rules("main")["required_status_checks"] == {
        "strict_required_status_checks_policy": True,
        "do_not_enforce_on_create": False,
        "required_status_checks": [{"context": "gate", "integration_id": 15368}],
    }


def test_evidence_is_only_added_to() -> None:
    assert RULESETS["evidence"]["conditions"]["ref_name"]["include"] == ["refs/heads/evidence"]
    assert rules("evidence").keys() == {"deletion", "non_fast_forward", "required_linear_history"}


def test_checkpoints_and_reviews_stay_as_they_were_made() -> None:
    tags = RULESETS["tags"]
    assert tags["target"] == "tag"
    assert tags["conditions"]["ref_name"]["include"] == ["refs/tags/checkpoint/**/*", "refs/tags/review/**/*"]
    assert rules("tags").keys() == {"deletion", "non_fast_forward", "update"}


@pytest.mark.parametrize("language", ["", ".en"])
def test_the_page_shows_the_rulesets_as_they_are(language: str) -> None:
    page = (ROOT / f"docs/github{language}.md").read_text("utf-8")
    for name in RULESETS:
        assert f".github/rulesets/{name}.json" in page
    explained = {key for ruleset in RULESETS for rule in rules(ruleset).values() for key in rule or ()}
    of_themselves = {kind for ruleset in RULESETS for kind, given in rules(ruleset).items() if not given}
    assert [key for key in explained | of_themselves if f"`{key}`" not in page] == []


def owner(path: str) -> str:
    """As GitHub takes it: the last pattern that matches. Ours are `*` and folders from the top."""
    lines = [line.split() for line in (FOLDER / "CODEOWNERS").read_text("utf-8").splitlines()]
    found = [team for pattern, team in filter(lambda line: line and line[0] != "#", lines) if _matches(pattern, path)]
    return found[-1]


def _matches(pattern: str, path: str) -> bool:
    assert pattern == "*" or re.fullmatch(r"/[a-z]+/", pattern)
    return pattern == "*" or f"/{path}".startswith(pattern)


def test_the_two_halves_have_different_owners() -> None:
    records = owner("vendors/kite-systems/order-routing/engagement.yaml")
    others = (
        "policies/firm.yaml",
        "tooling/vendorbook/__init__.py",
        ".github/CODEOWNERS",
        "pyproject.toml",
        "vendors.py",
    )
    assert {owner(path) for path in others} == {owner("policies/people.yaml")} != {records}


def test_updates_wait_until_others_have_tried_them() -> None:
    updates = loaded((FOLDER / "dependabot.yml").read_text("utf-8"))["updates"]
    assert {each["package-ecosystem"]: each["directory"] for each in updates} == {
        "github-actions": "/",
        "pip": "/.github",
    }
    assert all(each["cooldown"] == {"default-days": 14} for each in updates)


def test_whoever_proposes_a_change_is_asked_in_both_languages() -> None:
    template = (FOLDER / "pull_request_template.md").read_text("utf-8")
    for paragraph in re.findall(r"^(?:## |- \[ \] ).*(?:\n  .*)*", template, re.MULTILINE):
        assert re.search("[\u4e00-\u9fff]", paragraph), paragraph
        assert re.search(r" / [\w`]+", paragraph), paragraph
