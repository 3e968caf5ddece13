"""The annex checklist: it asks about every duty that it can, and another one takes its place as data alone."""

from __future__ import annotations

from datetime import date

from tests.conftest import AS_OF

from vendorbook.judging import Rules, Verdict, judge
from vendorbook.repository import Memory, rules_of
from vendorbook.yaml_source import read

CHECKLIST = "policies/checklist.yaml"
ASSESSMENTS = tuple(
    f"vendors/heron-cloud/data-warehouse/journal/{day}-risk-assessment.yaml" for day in ("2024-07-18", "2026-02-20")
)

ASKED_BY_NO_ROW = {
    "A3.2c": "the duty to complete the checklist: a row about it would ask whether it is answered itself",
}

OFFICIAL = """\
source: official
editions:
  - id: annex-1
    effective_on: 2022-01-01
    items:
      - {id: q-01, obligation: A3.1.1, question: {zh-TW: 受影響範圍, en: Scope of impact}}
      - {id: q-02, obligation: A8.4, question: {zh-TW: 終止時限, en: Time limit of the exit}}
"""

ANSWERS = """\
checklist:
  edition: annex-1
  completed_on: {day}
  items:
    - {{id: q-01, answer: met}}
"""


def test_the_newest_edition_asks_about_every_obligation_that_a_checklist_can_verify(rules: Rules) -> None:
    newest = max(rules.book.checklist.find("editions[]"), key=lambda edition: edition.text("effective_on"))
    asked = {row.text("obligation") for row in newest.find("items[]")}

    assert set(rules.book.obligations) - asked == set(ASKED_BY_NO_ROW)
    assert asked <= set(rules.book.obligations)


def test_each_edition_asks_each_thing_once(rules: Rules) -> None:
    for edition in rules.book.checklist.find("editions[]"):
        rows = [row.text("id") for row in edition.find("items[]")]
        assert len(rows) == len(set(rows)), edition.text("id")


def test_another_checklist_is_judged_by_without_any_change_of_code(example: dict[str, bytes]) -> None:
    answered = {path: _with_answers(example[path], "{id: q-02, answer: met}") for path in ASSESSMENTS}
    verdict = _judged({**example, CHECKLIST: OFFICIAL.encode(), **answered})
    unknown = {finding.location.path for finding in verdict.findings if finding.policy == "checklist-is-complete"}
    with_one = {path for path in example if path.endswith("-risk-assessment.yaml") and b"\nchecklist:" in example[path]}

    assert unknown == with_one - set(ASSESSMENTS)
    assert not [each for each in verdict.findings if each.location.path in ASSESSMENTS]


def test_what_the_other_checklist_asks_is_missed(example: dict[str, bytes]) -> None:
    verdict = _judged({**example, CHECKLIST: OFFICIAL.encode(), ASSESSMENTS[1]: _with_answers(example[ASSESSMENTS[1]])})
    found = [each for each in verdict.findings if each.location.path == ASSESSMENTS[1]]

    assert [(each.policy, each.obligations) for each in found] == [("checklist-is-complete", ("A3.2c",))]
    assert "q-02" in found[0].message.en


def _judged(files: dict[str, bytes], as_of: date = AS_OF) -> Verdict:
    tree = Memory(files)
    return judge(tree, Rules(rules_of(tree)), as_of)


def _with_answers(assessment: bytes, *more: str) -> bytes:
    """The assessment with the other checklist in place of its own, which stands before its evidence."""
    text = assessment.decode()
    day = read(assessment, "risk-assessment.yaml").root.text("date")
    start, end = text.index("\nchecklist:") + 1, text.index("\nevidence:") + 1
    answers = ANSWERS.format(day=day) + "".join(f"    - {row}\n" for row in more)
    return (text[:start] + answers + text[end:]).encode()
