"""A significant change falls due for a test as soon as it is entered, and is said in words."""

from __future__ import annotations

import json

import pytest
from tests.checks.records import context, engagement, entry
from tests.conftest import ROOT

from vendorbook.checks.stress_test_follows_its_trigger import Params, stress_test_follows_its_trigger
from vendorbook.model import Due, Text
from vendorbook.register import Entry

COMMON = json.loads((ROOT / "schemas/common.schema.json").read_bytes())
CHANGES = COMMON["$defs"]["significant_change"]["enum"]


def due(*journal: Entry) -> list[Due]:
    found = stress_test_follows_its_trigger(engagement("status: active\n", journal=journal), Params("P3M"), context())
    return [item for item in found if isinstance(item, Due)]


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_due_three_months_later_whether_that_day_has_come_or_not(what: str) -> None:
    (item,) = due(entry("2025-11-30-significant-change", f"what: {what}\n"))

    assert (item.on.isoformat(), item.values["on"]) == ("2026-02-28", "2025-11-30")
    assert isinstance(item.values["what"], Text)


def test_only_what_came_after_the_last_test_is_due() -> None:
    changes = [entry(f"{day}-significant-change", "what: market-volume\n") for day in ("2026-01-05", "2026-03-05")]
    found = due(*changes, entry("2026-02-05-stress-test", "result: passed\n"))

    assert [item.values["on"] for item in found] == ["2026-03-05"]
