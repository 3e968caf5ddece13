"""What an older contract lacks, what came before the rules, and what a foreign firm's home standard stands in for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from tests.conftest import AS_OF

from vendorbook import repository
from vendorbook.judging import Rules, Verdict, judge
from vendorbook.judging.coverage import Coverage, coverage
from vendorbook.model import CannotJudge, Finding
from vendorbook.repository import Memory

FIRM = "policies/firm.yaml"
FOLDER = "vendors/stone-bridge/colocation"
RECORD = f"{FOLDER}/engagement.yaml"  # signed on 2023-06-08, until 2028-06-30
INITIAL = f"{FOLDER}/journal/2023-04-27-risk-assessment.yaml"
CHANGE = f"{FOLDER}/journal/2025-03-13-risk-assessment.yaml"
Files = dict[str, bytes]
Change = Callable[[Files], None]


@pytest.fixture
def register(example: Files) -> Files:
    """The one supplier, and all of the rules."""
    return {
        path: data
        for path, data in example.items()
        if not path.startswith(("vendors/", "policies/waivers/")) or path.startswith("vendors/stone-bridge/")
    }


def replaced(path: str, old: str, new: str) -> Change:
    def change(files: Files) -> None:
        text = files[path].decode()
        assert text.count(old) == 1, (path, old)
        files[path] = text.replace(old, new).encode()

    return change


def without(path: str) -> Change:
    return lambda files: files.pop(path) and None


def bound_from(day: str) -> Change:
    return replaced(FIRM, "bound_from: 2022-01-01", f"bound_from: {day}")


NO_REQUIREMENT = replaced(RECORD, "    requirement: {reference: 規格書第 2 節}\n", "")
"""Of the proposal (A3.6.1, class 1): what comes with the contract."""

NO_STAFF = replaced(RECORD, "實體安全主管, from: 2023-07-01}", "實體安全主管}")
UNASSESSED = without(CHANGE)


def judged(files: Files, *changes: Change, as_of: date = AS_OF) -> Verdict:
    for change in changes:
        change(files)
    snapshot = Memory(files)
    return judge(snapshot, Rules(repository.rules_of(snapshot)), as_of)


def found(verdict: Verdict, obligation: str) -> list[Finding]:
    return [each for each in verdict.findings if each.obligations == (obligation,)]


def covered(files: Files, verdict: Verdict, obligation: str) -> Coverage:
    book = Rules(repository.rules_of(Memory(files))).book
    return next(each for each in coverage(verdict, book) if each.obligation == obligation)


# -- older contracts -----------------------------------------------------------------------------------


def test_what_an_older_contract_lacks_is_legacy_and_neither_holds_nor_fails(register: Files) -> None:
    verdict = judged(register, NO_REQUIREMENT, UNASSESSED, bound_from("2024-01-01"))

    [finding] = found(verdict, "A3.6.1")
    assert (finding.legacy, finding.severity) == (date(2024, 1, 1), "note")
    counts = covered(register, verdict, "A3.6.1")
    assert (counts.applies, counts.holds, counts.fails, counts.legacy) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("bound", "is_legacy"), [("2023-06-08", False), ("2023-06-09", True)], ids=["that day", "a day later"]
)
def test_a_contract_of_the_day_from_which_the_rules_bind_is_not_older(
    register: Files, bound: str, is_legacy: bool
) -> None:
    [finding] = found(judged(register, NO_REQUIREMENT, UNASSESSED, bound_from(bound)), "A3.6.1")

    assert (finding.legacy is not None, finding.severity) == (is_legacy, "note" if is_legacy else "error")


@pytest.mark.parametrize(
    ("bound", "is_legacy"), [("2025-03-13", False), ("2025-03-14", True)], ids=["assessed since", "assessed before"]
)
def test_an_assessment_since_then_makes_it_due(register: Files, bound: str, is_legacy: bool) -> None:
    [finding] = found(judged(register, NO_REQUIREMENT, bound_from(bound)), "A3.6.1")

    assert (finding.legacy is not None) == is_legacy


def test_an_assessment_that_is_not_approved_does_not(register: Files) -> None:
    unapproved = replaced(CHANGE, "approved_on: 2025", "approved_on: 2027")

    assert found(judged(register, NO_REQUIREMENT, unapproved, bound_from("2024-01-01")), "A3.6.1")[0].legacy


@pytest.mark.parametrize(
    ("term", "is_legacy"), [("2026-11-21", False), ("2026-11-22", True)], ids=["over", "on its last day"]
)
def test_going_on_beyond_the_term_makes_it_due(register: Files, term: str, is_legacy: bool) -> None:
    ends = replaced(RECORD, "ends_on: 2028-06-30", f"ends_on: {term}")

    [finding] = found(judged(register, NO_REQUIREMENT, UNASSESSED, ends, bound_from("2024-01-01")), "A3.6.1")

    assert (finding.legacy is not None) == is_legacy


def test_what_is_owed_throughout_is_never_legacy(register: Files) -> None:
    verdict = judged(register, NO_STAFF, UNASSESSED, bound_from("2024-01-01"))

    assert [each.legacy for each in found(verdict, "A3.3")] == [None] * len(found(verdict, "A3.3"))
    assert found(verdict, "A3.3")


def test_a_later_class_binds_from_its_own_day(register: Files) -> None:
    later = replaced(FIRM, "effective_on: 2022-01-01\n    basis: 董事會", "effective_on: 2026-01-01\n    basis: 董事會")
    before, after = (
        judged(dict(register), NO_REQUIREMENT, UNASSESSED, later, as_of=day)
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    )

    assert found(before, "A3.6.1") == []
    assert [each.legacy for each in found(after, "A3.6.1")] == [date(2026, 1, 1)]


def test_a_policy_may_bind_later_than_the_rules(register: Files) -> None:
    policy = "policies/article-3/proposal-states-the-requirement.yaml"
    since = replaced(policy, "severity: error", "severity: error\nsince: 2024-01-01")

    assert found(judged(register, NO_REQUIREMENT, UNASSESSED, since), "A3.6.1")[0].legacy == date(2024, 1, 1)


# -- entries from before the rules ---------------------------------------------------------------------


NO_RATING = replaced(INITIAL, ", finding: 不接觸資料；報廢設備由本公司自行消磁後出場}", "}")


def test_an_assessment_from_before_the_rules_is_legacy_while_the_engagement_rests_on_it(register: Files) -> None:
    verdict = judged(register, NO_RATING, UNASSESSED, bound_from("2024-01-01"))

    assert [each.legacy for each in found(verdict, "A3.1.3")] == [date(2024, 1, 1)]


def test_and_says_nothing_once_it_was_assessed_anew(register: Files) -> None:
    assert found(judged(register, NO_RATING, bound_from("2024-01-01")), "A3.1.3") == []


def test_one_made_under_the_rules_is_judged_by_them(register: Files) -> None:
    assert [each.legacy for each in found(judged(register, NO_RATING), "A3.1.3")] == [None]


# -- foreign firms -------------------------------------------------------------------------------------


def foreign(obligation: str, day: str = "2019-01-01") -> Change:
    standard = f"{{obligation: {obligation}, standard: Harbour Group Sourcing Standard 4, description: 要求較嚴}}"
    return replaced(
        FIRM,
        "  - value: false\n    effective_on: 2019-01-01\n",
        f"  - value: true\n    effective_on: {day}\n    home_standards:\n      - {standard}\n",
    )


def test_a_better_home_standard_stands_in_for_the_obligation_it_names_and_no_other(register: Files) -> None:
    verdict = judged(register, NO_REQUIREMENT, NO_RATING, foreign("A3.6.1"))

    assert found(verdict, "A3.6.1") == []
    assert len(found(verdict, "A3.1.3")) == 1
    counts = covered(register, verdict, "A3.6.1")
    assert (counts.applies, counts.holds, counts.home_standard) == (0, 0, "Harbour Group Sourcing Standard 4")


def test_a_firm_that_is_not_foreign_yet_is_held_to_the_rules(register: Files) -> None:
    verdict = judged(register, NO_REQUIREMENT, foreign("A3.6.1", "2026-11-23"))

    assert len(found(verdict, "A3.6.1")) == 1


def test_a_home_standard_for_an_obligation_that_there_is_not_is_no_rule(register: Files) -> None:
    with pytest.raises(CannotJudge) as caught:
        judged(register, foreign("A3.9"))

    assert caught.value.location is not None
    assert caught.value.location.path == FIRM
