"""How a policy and an obligation are explained. After a change that is meant: UPDATE_GOLDEN=1 pytest tests/reports"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests.reports.sample import OBLIGATIONS, POLICIES, WORDS
from vendorbook.model import Policy, Severity, Text
from vendorbook.model.text import LANGUAGES
from vendorbook.reports import explanation
from vendorbook.yaml_source import read

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "explanations"

_EXAMPLES = """\
pass:
  reviewed in spring: |
    date: 2026-04-01
fail:
  in two files:
    engagement.yaml: |
      access: {grants: []} # <- finding
    journal/2025-01-05-access-review.yaml: |
      date: 2025-01-05
"""
REVIEW = POLICIES["access-reviewed-every-half-year"]._replace(
    applies_to={"status": ("active", "ending"), "derived.has_grants": (True,)},
    examples=read(_EXAMPLES.encode(), "policies/x.yaml").root,
)
NOTE = REVIEW._replace(
    id="review-is-told-to-the-authority",
    said=lambda: WORDS._replace(title=Text("檢視結果報主管機關", "The authority is told of reviews")),
    severity=Severity.NOTE,
    source="parent",
    since=date(2027, 1, 1),
    can_be_waived=False,
)
HOUSE = NOTE._replace(id="title-is-short", severity=Severity.WARNING, source="house", obligations=(), applies_to={})
THROUGHOUT = OBLIGATIONS["A5.4"]
WITH_CONTRACT = THROUGHOUT._replace(id="A3.5", force="may", kind="record", is_owed_with_contract=True)

CASES = {
    "policy": lambda lang: explanation.policy(REVIEW, OBLIGATIONS, lang),
    "policy-of-the-parent-guidance": lambda lang: explanation.policy(NOTE, OBLIGATIONS, lang),
    "policy-of-the-firm": lambda lang: explanation.policy(HOUSE, OBLIGATIONS, lang),
    "obligation": lambda lang: explanation.obligation(THROUGHOUT, [REVIEW, NOTE, HOUSE], lang),
    "obligation-with-the-contract": lambda lang: explanation.obligation(WITH_CONTRACT, [], lang),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_it_explains_as_it_did(name: str, lang: str) -> None:
    printed, file = CASES[name](lang), GOLDEN / f"{name}.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(printed, encoding="utf-8")

    assert printed == file.read_text(encoding="utf-8")


def test_no_explanation_is_left_over() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {f"{name}.{lang}.txt" for name in CASES for lang in LANGUAGES}


@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("source", ["rules", "parent", "derived", "house"])
def test_every_weight_and_source_has_words(severity: Severity, source: str) -> None:
    each: Policy = REVIEW._replace(severity=severity, source=source)
    for lang in LANGUAGES:
        assert each.id in explanation.policy(each, OBLIGATIONS, lang)
        assert each.id in explanation.obligation(THROUGHOUT, [each], lang)
