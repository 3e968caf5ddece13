"""What services ask of SARIF, JUnit, Code Quality and annotations."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from tests.reports.sample import CLEAN, ERROR, OBLIGATIONS, REPORT, WAIVED
from vendorbook.reports import renderer


def test_sarif_has_what_the_standard_requires() -> None:
    log = json.loads(renderer("sarif")(REPORT, "zh-TW"))
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    assert run["tool"]["driver"]["name"] == "vendorbook"
    assert len({rule["id"] for rule in rules}) == len(rules) == 4
    assert len(run["results"]) == 5
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
        assert list(result["partialFingerprints"].values()) != [""]


def test_sarif_suppresses_what_is_waived_and_says_so_of_all() -> None:
    results = json.loads(renderer("sarif")(REPORT, "en"))["runs"][0]["results"]

    assert [len(result["suppressions"]) for result in results] == [0, 0, 0, 1, 0]
    assert results[3]["suppressions"][0]["justification"] == WAIVED.waiver


def test_sarif_rules_tell_both_languages_and_the_obligation() -> None:
    rules = json.loads(renderer("sarif")(REPORT, "zh-TW"))["runs"][0]["tool"]["driver"]["rules"]
    rule = next(rule for rule in rules if rule["id"] == ERROR.policy)

    assert rule["shortDescription"]["text"] == "每半年至少檢視一次存取權限\nAccess is reviewed at least every half-year"
    assert rule["properties"]["obligations"][0]["ref"] == OBLIGATIONS["A5.4"].ref


def test_junit_counts_what_it_holds() -> None:
    suite = ElementTree.fromstring(renderer("junit")(REPORT, "en"))[0]

    assert suite.get("tests") == str(len(suite.findall("testcase"))) == "6"
    assert suite.get("failures") == str(len(list(suite.iter("failure")))) == "2"
    assert suite.get("skipped") == str(len(list(suite.iter("skipped")))) == "1"
    assert ElementTree.fromstring(renderer("junit")(CLEAN, "en")).get("tests") == "1"


def test_code_quality_has_what_gitlab_asks_for() -> None:
    issues = json.loads(renderer("gitlab")(REPORT, "en"))

    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 5
    assert [issue["severity"] for issue in issues] == ["minor", "info", "major", "info", "major"]
    assert all(issue["location"]["lines"]["begin"] >= 1 and issue["description"] for issue in issues)
    assert renderer("gitlab")(CLEAN, "en") == "[]\n"


def test_annotations_weigh_what_the_findings_weigh() -> None:
    rows = renderer("github")(REPORT, "en").split("\n")

    assert [row.split(" ")[0] for row in rows[:5]] == ["::warning", "::notice", "::error", "::notice", "::error"]


def test_one_line_is_clickable_and_names_the_obligation() -> None:
    rows = renderer("one_line")(REPORT, "zh-TW").split("\n")

    assert rows[2] == (
        "vendors/kite-systems/order-routing/engagement.yaml:88:3: error[access-reviewed-every-half-year] "
        "上次檢視為 2026-01-05，已逾 2026-07-05 (A5.4)"
    )
    assert rows[3].endswith("[豁免：order-routing-2026-review]")


def test_markdown_says_what_it_leaves_out() -> None:
    many = REPORT._replace(findings=(ERROR,) * 250)

    assert "50 more are not listed" in renderer("markdown")(many, "en")
    assert len(renderer("markdown")(many, "en")) < 130_000


def test_markdown_marks_what_the_change_brought() -> None:
    gated = REPORT._replace(extras={"introduced": frozenset({ERROR.fingerprint})})
    rows = renderer("markdown")(gated, "en").split("\n")

    assert ["brought by this change" in row for row in rows if ERROR.policy in row] == [True, False]
