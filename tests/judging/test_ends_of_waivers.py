"""The end of a waiver falls due: what it covers counts again from the day after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.conftest import AS_OF
from tests.judging.test_waiving import DAYS, FAULTS, WAIVER, about_waivers, changed, of_one_supplier, waiver_of

from vendorbook.judging import Rules, judge
from vendorbook.policies.waivers import LONGEST
from vendorbook.repository import Memory


@pytest.fixture(scope="module")
def register(example_files: dict[str, bytes]) -> dict[str, bytes]:
    return of_one_supplier(example_files)


@pytest.mark.parametrize("name", DAYS)
def test_its_end_falls_due_while_it_is_in_force(name: str, register: dict[str, bytes], rules: Rules) -> None:
    """What is listed before its last day is over is what is found from then on."""
    as_of, covers, _ = DAYS[name]
    ahead = [each for each in judge(Memory(register), rules, as_of).upcoming if each.policy == "waiver-is-in-force"]
    [late] = about_waivers(judge(Memory(register), rules, DAYS["the day after"][0]))

    assert ahead == ([late] if covers else [])
    assert late.due == date(2027, 2, 26)
    assert late.location.path == WAIVER


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_the_end_of_one_that_does_not_count_is_not_listed(name: str, register: dict[str, bytes], rules: Rules) -> None:
    verdict = judge(Memory(changed(register, WAIVER, FAULTS[name].edits)), rules, AS_OF)
    assert [each for each in verdict.upcoming if each.policy == "waiver-is-in-force"] == []


def test_the_longest_waiver_is_sound(register: dict[str, bytes], rules: Rules) -> None:
    files = changed(register, WAIVER, {"expires_on: 2027-02-26": f"expires_on: {date(2026, 10, 20) + LONGEST}"})

    assert timedelta(days=180) == LONGEST
    assert waiver_of(judge(Memory(files), rules, AS_OF)) is not None
