"""Days as people write them; what leaves a doubt is no day."""

from __future__ import annotations

from datetime import date

import pytest

from vendorbook.importing.days import day, span

READ = {
    "113/5/7": "2024-05-07",
    "113.5.7": "2024-05-07",
    "113-05-07": "2024-05-07",
    "民國113年5月7日": "2024-05-07",
    "民國 113 年 5 月 7 日": "2024-05-07",
    "中華民國九十九年": None,
    "民國99年1月1日": "2010-01-01",
    "１１３／５／７": "2024-05-07",
    " 113年5月7日 ": "2024-05-07",
    "1130507": "2024-05-07",
    "20240507": "2024-05-07",
    "2024/5/7": "2024-05-07",
    "2024-05-07 00:00:00": "2024-05-07",
    "西元2024年5月7日": "2024-05-07",
    "45419": "2024-05-07",
    45419: "2024-05-07",
    45419.5: None,  # a time of day too
    date(2024, 5, 7): "2024-05-07",
    "113/2/29": "2024-02-29",
    "112/2/29": None,  # no leap year
    "113/2/30": None,
    "24/5/7": None,  # of either calendar
    "99/5/7": None,
    "5/7/2024": None,  # the day or the month first
    "113年5月": None,
    "113/13/1": None,
    "": None,
    "長期": None,
    "2024/5/7 下午": None,
    "西元113年5月7日": None,
    "12": None,
    990507: None,  # of either calendar
    True: None,
    None: None,
}


@pytest.mark.parametrize("written", READ, ids=repr)
def test_a_day_is_read_as_what_it_says_or_not_at_all(written: object) -> None:
    assert day(written) == READ[written]


SPANS = {
    "113/5/7~116/5/6": ("2024-05-07", "2027-05-06"),
    "民國113年5月7日 至 116年5月6日": ("2024-05-07", "2027-05-06"),
    "2024-05-07 – 2027-05-06": ("2024-05-07", "2027-05-06"),
    "113/5/7": None,
    "113/5/7~長期": None,
    "113/5/7~114/5/6~115/5/6": None,
}


@pytest.mark.parametrize("written", SPANS)
def test_two_days_in_a_cell(written: str) -> None:
    assert span(written) == SPANS[written]
