"""The firm's class and its home standards change what is asked exactly where the rules say so, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.conftest import AS_OF

from vendorbook.judging import Rules, Verdict, judge
from vendorbook.judging.coverage import Coverage, coverage
from vendorbook.model import Finding
from vendorbook.repository import Memory, rules_of

CLASS_1 = {"A3.4.3", "A3.6.1", "A3.6.2", "A3.6.3", "A4.1.2.4", "A4.1.2.5", "A4.1.5.9"}
"""What only a class-1 firm owes."""

HOME = ("A3.6.2", "A4.1.2.1", "A5.2b", "A7.4a", "A8.2")
"""Obligations with a home standard; A5.2b and A8.2 each share a policy with an obligation that has none."""

FIRM = "policies/firm.yaml"
REMOVED = ("security_management", "proposal", "security_by_design", "privacy_by_design", "certificates",
           "intellectual_property", "harm_notice", "procedure", "revoked_on", "dispositions")  # fmt: skip
"""Facts taken out of every record, some of each kind, so that there is something to find."""

Firm = Callable[[str], str]


def lacking(files: dict[str, bytes]) -> dict[str, bytes]:
    """The register without those facts, and without waivers, which would be unused where nothing is found."""
    block = re.compile(rf"^( *)(?:{'|'.join(REMOVED)}):.*\n(?:\1 .*\n)*", re.MULTILINE)
    return {
        path: block.sub("", data.decode()).encode() if path.endswith(("/engagement.yaml", "/supplier.yaml")) else data
        for path, data in files.items()
        if not path.startswith("policies/waivers/")
    }


def replaced(old: str, new: str) -> Firm:
    def change(firm: str) -> str:
        assert firm.count(old) == 1, old
        return firm.replace(old, new)

    return change


def unchanged(firm: str) -> str:
    return firm


ALWAYS_CLASS_1 = replaced("- value: 2\n    effective_on: 2019-01-01", "- value: 1\n    effective_on: 2019-01-01")
ALWAYS_CLASS_2 = replaced("- value: 1\n    effective_on: 2022-01-01", "- value: 2\n    effective_on: 2022-01-01")
CHANGE = date(2026, 7, 1)
CLASS_1_LATER = replaced("- value: 1\n    effective_on: 2022-01-01", f"- value: 1\n    effective_on: {CHANGE}")
STANDARDS = "".join(f"      - {{obligation: {each}, standard: Harbour 4, description: 要求較嚴}}\n" for each in HOME)
FOREIGN = replaced("  - value: false\n", f"  - value: true\n    home_standards:\n{STANDARDS}")


class Judged:
    """The register as one kind of firm has it judged on a day."""

    def __init__(self, files: dict[str, bytes], firm: Firm, as_of: date = AS_OF) -> None:
        tree = Memory({**files, FIRM: firm(files[FIRM].decode()).encode()})
        rules = Rules(rules_of(tree))
        self.verdict: Verdict = judge(tree, rules, as_of)
        self.rows: dict[str, Coverage] = {row.obligation: row for row in coverage(self.verdict, rules.book)}

    def found(self, without: set[str] | None = None) -> list[tuple[str, tuple[str, ...], str, int, bool]]:
        """Each finding by policy, what it is about, and place; `without` leaves some obligations out of it."""
        left_out = without or set()
        kept = [(each, tuple(name for name in each.obligations if name not in left_out)) for each in self.findings]
        return [
            (each.policy, about, each.location.path, each.location.line, each.legacy is not None)
            for each, about in kept
            if about or not each.obligations
        ]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.verdict.findings

    @property
    def obligations_found(self) -> set[str]:
        return {name for each in self.findings for name in each.obligations}

    def rows_but(self, left_out: set[str]) -> list[Coverage]:
        return [row for name, row in self.rows.items() if name not in left_out]


@pytest.fixture
def files(example: dict[str, bytes]) -> dict[str, bytes]:
    return lacking(example)


# -- class ---------------------------------------------------------------------------------------------


def test_a_class_1_firm_owes_seven_obligations_more(files: dict[str, bytes]) -> None:
    first, second = Judged(files, ALWAYS_CLASS_1), Judged(files, ALWAYS_CLASS_2)

    assert {name for name, row in first.rows.items() if row.applies} - {
        name for name, row in second.rows.items() if row.applies
    } == CLASS_1
    assert first.obligations_found - second.obligations_found == CLASS_1


def test_and_is_judged_alike_in_all_else(files: dict[str, bytes]) -> None:
    first, second = Judged(files, ALWAYS_CLASS_1), Judged(files, ALWAYS_CLASS_2)

    assert first.found(CLASS_1) == second.found()
    assert first.rows_but(CLASS_1) == second.rows_but(CLASS_1)
    assert {"A4.1.2.1", "A4.1.5.6", "A7.4a", "A8.2"} <= second.obligations_found


def test_a_class_that_the_firm_has_had_since_the_rules_bind_is_one_it_has_always_had(files: dict[str, bytes]) -> None:
    assert Judged(files, unchanged).found() == Judged(files, ALWAYS_CLASS_1).found()


def test_a_change_of_class_binds_from_its_day_and_leaves_older_contracts_alone(files: dict[str, bytes]) -> None:
    before = Judged(files, CLASS_1_LATER, CHANGE - timedelta(days=1))
    after = Judged(files, CLASS_1_LATER, CHANGE)
    owed_throughout = {"A4.1.5.9"}

    assert before.found() == Judged(files, ALWAYS_CLASS_2, CHANGE - timedelta(days=1)).found()
    assert after.found(CLASS_1) == Judged(files, ALWAYS_CLASS_2, CHANGE).found()
    assert after.obligations_found - before.obligations_found == CLASS_1
    errors = {name for each in after.findings if each.legacy is None for name in each.obligations}
    assert errors & CLASS_1 == owed_throughout


# -- home standards ------------------------------------------------------------------------------------


def test_home_standards_replace_the_obligations_that_they_name(files: dict[str, bytes]) -> None:
    local, foreign = Judged(files, unchanged), Judged(files, FOREIGN)

    assert {name for name, row in foreign.rows.items() if row.home_standard} == set(HOME)
    assert local.obligations_found - foreign.obligations_found == set(HOME)


def test_and_change_nothing_else(files: dict[str, bytes]) -> None:
    local, foreign = Judged(files, unchanged), Judged(files, FOREIGN)

    assert local.found(set(HOME)) == foreign.found()
    assert local.rows_but(set(HOME)) == foreign.rows_but(set(HOME))
