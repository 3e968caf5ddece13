"""An obligation with a condition is asked of the engagements that fulfil it, and of no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vendorbook.judging import Rules, Verdict
from vendorbook.model import Node
from vendorbook.yaml_source import read

WITH_A_CONTRACT = ("active", "ending", "ended")
CONDITIONS: dict[str, Callable[[Node], bool]] = {
    "A4.1.2.2": lambda scope: bool(list(scope.find("subcontractors[]"))),
    "A4.1.3": lambda scope: any(
        activity.value in ("development", "maintenance", "monitoring") for activity in scope.find("activities[]")
    ),
    "A4.1.4": lambda scope: scope.text("cloud_model") != "none",
}
"""What the rules say, by the record's own words; each of these comes with a contract."""


@pytest.fixture(scope="module")
def scopes(example_files: dict[str, bytes]) -> dict[str, Node]:
    """The scope of each engagement of the example that has a contract."""
    records = {path: data for path, data in example_files.items() if path.endswith("/engagement.yaml")}
    tops = {path.split("/", 1)[1].rsplit("/", 1)[0]: read(data, path).root for path, data in records.items()}
    return {record: top.nearest("scope") for record, top in tops.items() if top.text("status") in WITH_A_CONTRACT}


@pytest.mark.parametrize("obligation", CONDITIONS)
def test_an_obligation_applies_where_its_condition_holds(
    obligation: str, scopes: dict[str, Node], verdict: Verdict, rules: Rules
) -> None:
    about = {policy.id for policy in rules.book.policies.values() if obligation in policy.obligations}
    expected = {record for record, scope in scopes.items() if CONDITIONS[obligation](scope)}

    assert {record for record, policies in verdict.applied.items() if about & set(policies)} == expected
    assert 0 < len(expected) < len(scopes)
