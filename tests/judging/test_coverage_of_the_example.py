"""The example shows every obligation: where it is met and, where it has a condition, where it is not asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

import pytest
from dateutil.relativedelta import relativedelta
from tests.conftest import AS_OF

from vendorbook.judging import Rules, Verdict
from vendorbook.model import Node, Severity
from vendorbook.yaml_source import read

ALWAYS = "every engagement that is not a draft"
OF_THE_FIRM = "class 1"
"""A condition that no engagement can fulfil or not: `test_class_and_home_standards` looks at it."""

BEFORE_THE_CONTRACT = ("A3.1.6", "A3.2a", "A3.5", "A6")
"""What is asked while a supplier is still being chosen; all else comes with the contract."""

ALSO_ASKED_ELSEWHERE = {
    "A3.2a": "whether a risk is above the appetite is seen in each assessment",
    "A3.5": "that nothing was exchanged has to be said",
    "A5.2a": "that there is no grant has to be said",
    "A5.2b": "a grant's last day is known before the contract ends",
    "A5.4": "a grant that was in effect once is seen in the grants",
    "A6": "that the scope is the one assessed has to be seen where it did not change",
    "A8.1": "that the service goes on nowhere has to be said",
    **dict.fromkeys(("A8.0a", "A8.0b", "A8.2", "A8.4"), "what the end asks for is known from when it is announced"),
}
"""Obligations whose policies look at more engagements than fulfil the condition, and why."""


class Record(NamedTuple):
    """An engagement by its own words: its record, and its assessments."""

    root: Node
    assessments: list[Node]

    def has(self, path: str) -> bool:
        return bool(list(self.root.find(path)))

    def says(self, path: str, *values: object) -> bool:
        return any(node.value in values for node in self.root.find(path))


CORE = ("order-routing", "trading-host", "exchange-link", "quote-feed", "middle-office-risk", "settlement", "ledger",
        "mobile-app")  # fmt: skip


def core(record: Record) -> bool:
    return record.says("scope.systems[]", *CORE)


def ended(record: Record) -> bool:
    return (record.root.date("exit.ended_on") or date.max) < AS_OF


def is_a_year(record: Record) -> bool:
    start, end = record.root.date("contract.starts_on"), record.root.date("contract.ends_on")
    return bool(start and end and end + relativedelta(days=1) >= start + relativedelta(years=1))


def only_feed(record: Record) -> bool:
    return record.says("scope.real_time_quotes", True) and not record.has("scope.quotes_backed_up_by")


CONDITIONS: dict[str, Callable[[Record], bool]] = {
    "A3.1.6": lambda record: core(record) or record.says("scope.cross_institution", True),
    "A3.2a": lambda record: any(
        level.value != "low" for top in record.assessments for level in top.find("risks[].level")
    ),
    "A3.3": core,
    "A3.4.2": lambda record: not record.says("scope.cloud_model", "none"),
    "A3.5": lambda record: record.says("selection.candidates[].received_assets", True),
    "A4.1.2.2": lambda record: record.has("scope.subcontractors[]"),
    "A4.1.3": lambda record: record.says("scope.activities[]", "development", "maintenance", "monitoring"),
    "A4.1.4": lambda record: not record.says("scope.cloud_model", "none"),
    "A4.1.5.2": lambda record: record.has("scope.delivers[]"),
    "A4.1.5.3": lambda record: record.has("scope.delivers[]"),
    "A4.1.5.5": lambda record: record.says("scope.handles_firm_data", True),
    "A4.1.5.7": lambda record: (
        record.says("scope.delivers[]", "application") or record.says("scope.trading_host", True)
    ),
    "A4.1.5.8": only_feed,
    "A5.1b": lambda record: record.has("access.grants[]"),
    "A5.2a": lambda record: record.has("access.grants[]"),
    "A5.2b": ended,
    "A5.4": lambda record: record.has("access.grants[]") and not ended(record),
    "A6": lambda record: len({top.text("scope_digest") for top in record.assessments}) > 1,
    "A7.2": is_a_year,
    "A7.3": core,
    "A7.4b": core,
    "A8.0a": ended,
    "A8.0b": ended,
    "A8.0c": lambda record: ended(record) and record.says("exit.dispositions[].kind", "destroyed"),
    "A8.1": lambda record: ended(record) and record.says("exit.transition.to", "firm", "supplier"),
    "A8.2": ended,
    "A8.3": ended,
    "A8.4": ended,
}
"""What the rules say, by the record's own words."""


@pytest.fixture(scope="module")
def records(example_files: dict[str, bytes]) -> dict[str, Record]:
    """Every engagement of the example but drafts."""
    found = {}
    for path, data in example_files.items():
        if path.endswith("/engagement.yaml") and (root := read(data, path).root).text("status") != "draft":
            folder = path.removesuffix("engagement.yaml")
            assessed = [name for name in example_files if name.startswith(folder) and name.endswith("-assessment.yaml")]
            tops = [read(example_files[name], name).root for name in assessed]
            found[folder.removeprefix("vendors/").rstrip("/")] = Record(root, tops)
    return found


def applied(obligation: str, verdict: Verdict, rules: Rules) -> set[str]:
    about = {policy.id for policy in rules.book.policies.values() if obligation in policy.obligations}
    return {record for record, policies in verdict.applied.items() if about & set(policies)}


def held(obligation: str, verdict: Verdict, rules: Rules) -> set[str]:
    return applied(obligation, verdict, rules) - set(_found(obligation, verdict))


def _found(obligation: str, verdict: Verdict) -> Iterator[str]:
    for finding in verdict.findings:
        if obligation in finding.obligations and (finding.severity != Severity.NOTE or finding.legacy):
            yield finding.record


def test_every_obligation_has_its_condition_here(rules: Rules) -> None:
    conditional = {each.id for each in rules.book.obligations.values() if each.when.en not in (ALWAYS, OF_THE_FIRM)}

    assert conditional == set(CONDITIONS)
    assert len(rules.book.obligations) == 74


def test_every_obligation_is_met_somewhere(verdict: Verdict, rules: Rules) -> None:
    """By an engagement, or (concentration) by a supplier."""
    assert [each for each in rules.book.obligations if not held(each, verdict, rules)] == []


@pytest.mark.parametrize("obligation", CONDITIONS)
def test_a_conditional_obligation_is_met_here_and_not_asked_there(
    obligation: str, verdict: Verdict, rules: Rules, records: dict[str, Record]
) -> None:
    with_contract = {name for name, record in records.items() if record.root.text("status") != "selecting"}
    judged = set(records) if obligation in BEFORE_THE_CONTRACT else with_contract
    fulfilled = {name for name in judged if CONDITIONS[obligation](records[name])}
    asked = applied(obligation, verdict, rules) & set(records)

    assert fulfilled & held(obligation, verdict, rules)
    assert judged - fulfilled
    assert asked > fulfilled if obligation in ALSO_ASKED_ELSEWHERE else asked == fulfilled


def test_an_older_contract_shows_what_is_legacy(verdict: Verdict) -> None:
    legacy = [finding for finding in verdict.findings if finding.legacy]

    assert {finding.record for finding in legacy} == {"cicada-voice/call-recording"}
    assert {"A3.2c", "A3.6.2", "A4.1.2.3", "A6"} <= {name for finding in legacy for name in finding.obligations}
