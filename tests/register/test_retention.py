"""How long a record is kept after the end."""

from __future__ import annotations

from datetime import date

import pytest
from tests.checks.records import engagement, top

from vendorbook.register import kept_until

FIVE_YEARS = "retention_years: 5\n"
ENDED = "status: ended\nexit: {ended_on: 2022-11-30}\n"


@pytest.mark.parametrize(
    ("record", "firm", "until"),
    [
        (ENDED, FIVE_YEARS, date(2027, 11, 30)),
        (ENDED, "retention_years: 7\n", date(2029, 11, 30)),
        (ENDED, "currency: TWD\n", None),
        ("status: ending\nexit: {ended_on: 2026-12-31}\n", FIVE_YEARS, date(2031, 12, 31)),
        ("status: active\ncontract: {ends_on: 2026-12-31}\n", FIVE_YEARS, None),
        ("status: ended\nexit: {ended_on: 2024-02-29}\n", FIVE_YEARS, date(2029, 2, 28)),
    ],
    ids=["ended", "the firm's own years", "not said", "announced", "running", "a leap day"],
)
def test_a_record_is_kept_for_the_firm_s_years_after_the_end(record: str, firm: str, until: date | None) -> None:
    assert kept_until(engagement(record), top(firm)) == until
