"""`diff`: what a change of the scope calls for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.cli.diff.changes import DAY, NEW, RECORD, Run, assessed, new_scope, one, top, ways
from tests.helpers.repos import Repo
from vendorbook.register import scope_digest


def test_without_an_assessment_it_says_what_is_missing(told: Callable[..., Any], example: dict[str, bytes]) -> None:
    changed, digest = new_scope(example)
    record = one(told(files=changed))

    assert record["scope"]["before"]["version"] == record["scope"]["after"]["version"] == 2
    assert record["scope"]["before"]["assessed"]
    assert record["scope"]["after"] == {"digest": digest, "version": 2, "assessed": False}
    assert record["assessments"] == []
    assert [each["policy"] for each in record["called_for"] if each["met"]] == []
    assert "scope-is-the-one-assessed" in [each["policy"] for each in record["called_for"]]
    assert "scope-is-the-one-assessed" in [each["policy"] for each in record["missing"]]


def test_with_an_approved_one_it_is_a_new_version_and_the_risk_before_and_after(
    told: Callable[..., Any], example: dict[str, bytes]
) -> None:
    changed, digest = new_scope(example)
    record = one(told(files=changed | {NEW: assessed(example, digest)}))

    assert record["scope"]["after"] == {"digest": digest, "version": 3, "assessed": True}
    assert record["assessments"] == [
        {"entry": "journal/2026-11-20-risk-assessment", "of_this_scope": True, "approved_on": "2026-11-21"}
    ]
    assert record["risk"] == {"before": "low", "after": "medium"}
    met = [each["policy"] for each in record["called_for"] if each["met"]]
    assert {"scope-is-the-one-assessed", "assessment-supersedes-the-previous-one"} <= set(met)
    assert record["journal"][0]["kind"]["en"] == "Risk assessment"
    assert ("added", "trigger", None, "change-of-service") in ways(record["journal"][0]["facts"])


def test_one_that_nobody_has_approved_settles_nothing(
    told: Callable[..., Any], example: dict[str, bytes], vendorbook: Run
) -> None:
    changed, digest = new_scope(example)
    record = one(told(files=changed | {NEW: assessed(example, digest, "approved_on: 2026-11-30")}))
    printed = vendorbook("diff", "main..change", *DAY, "--lang", "en").out

    assert record["scope"]["after"]["version"] == 2
    assert not record["scope"]["after"]["assessed"]
    assert record["risk"] == {"before": "low", "after": "low"}
    assert "✗ journal/2026-11-20-risk-assessment" in printed


def test_one_more_of_the_same_scope_is_no_new_version(told: Callable[..., Any], example: dict[str, bytes]) -> None:
    scope = top(example[RECORD].decode()).get("scope")
    assert scope
    record = one(told(files={NEW: assessed(example, scope_digest(scope))}))

    assert [record["scope"][side]["version"] for side in ("before", "after")] == [2, 2]
    assert not record["scope"]["changed"]
    assert record["called_for"] == record["assessments"] == []


def test_one_of_another_scope_is_told_as_such(told: Callable[..., Any], example: dict[str, bytes]) -> None:
    changed, _ = new_scope(example)
    record = one(told(files=changed | {NEW: assessed(example, f"sha256:{'0' * 64}")}))

    assert [each["of_this_scope"] for each in record["assessments"]] == [False]
    assert not record["scope"]["after"]["assessed"]


def test_a_scope_there_and_back_is_a_version_of_its_own(
    repo: Repo, told: Callable[..., Any], example: dict[str, bytes]
) -> None:
    changed, digest = new_scope(example)
    repo.commit(changed | {NEW: assessed(example, digest)})
    scope = top(example[RECORD].decode()).get("scope")
    assert scope
    back = (
        assessed(example, scope_digest(scope)).replace("2026-11-20", "2026-11-22").replace("2026-11-21", "2026-11-22")
    )
    record = one(told(files={RECORD: example[RECORD], NEW.replace("11-20", "11-22"): back}, of="change~1..change"))

    assert [record["scope"][side]["version"] for side in ("before", "after")] == [3, 4]
