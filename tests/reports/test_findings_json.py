"""The shape of `vendorbook/findings/v1` is a contract."""

from __future__ import annotations

import json

from tests.reports.sample import ERROR, REPORT, UNREADABLE, WAIVED
from vendorbook.reports import renderer

TOP = ["format", "tool", "as_of", "commit", "policy_digest", "records", "policies", "counts", "findings"]
EACH = [
    *("policy", "obligations", "severity", "record", "path", "line", "column", "pointer", "message", "fix"),
    *("related", "due", "waiver", "legacy", "fingerprint"),
]


def data(report: object = REPORT, lang: str = "zh-TW") -> dict:
    return json.loads(renderer("json")(report, lang))


def test_its_keys_and_their_order() -> None:
    read = data()

    assert list(read) == TOP
    assert read["format"] == "vendorbook/findings/v1"
    assert all(list(finding) == EACH for finding in read["findings"])
    assert list(read["findings"][2]["related"][0]) == ["path", "line", "column", "message"]
    assert list(read["findings"][0]["message"]) == ["zh-TW", "en"]


def test_what_is_waived_counts_as_waived_alone() -> None:
    assert data()["counts"] == {"error": 2, "warning": 1, "note": 1, "waived": 1}
    assert [each["waiver"] for each in data()["findings"]] == [None, None, None, WAIVED.waiver, None]
    assert data()["findings"][3]["severity"] == "error"
    assert REPORT.at_fault
    assert not REPORT._replace(findings=(WAIVED,)).at_fault


def test_its_values_are_the_finding() -> None:
    found = data()["findings"][2]

    assert found["policy"] == ERROR.policy
    assert found["obligations"] == ["A5.4"]
    assert (found["path"], found["line"], found["column"]) == tuple(ERROR.location)
    assert found["message"] == ERROR.message.both()
    assert found["due"] == "2026-07-05"
    assert data()["findings"][4]["path"] == UNREADABLE.location.path
    assert data(REPORT._replace(commit=None))["commit"] is None


def test_the_language_changes_nothing() -> None:
    assert data(lang="zh-TW") == data(lang="en")


def test_the_gate_adds_its_revisions_and_what_was_introduced() -> None:
    extras = {"base": "a" * 40, "head": "b" * 40, "introduced": frozenset({ERROR.fingerprint})}
    read = data(REPORT._replace(extras=extras))

    assert list(read) == [*TOP[:-1], "base", "head", "findings"]
    assert [each["introduced"] for each in read["findings"]] == [False, False, True, False, False]
