"""`due` lists what `check` will fail on, before and after it does."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.running import Ran
from vendorbook.cli.boundary import status

Run = Callable[..., Ran]
Listed = list[dict[str, object]]

TODAY = date(2026, 11, 22)
LATER = date(2027, 2, 1)


@pytest.fixture(scope="module")
def known() -> dict[tuple[object, ...], Listed]:
    """What was listed already: the register does not change, and judging all of it takes its time."""
    return {}


@pytest.fixture
def due(example_root: Path, vendorbook: Run, known: dict[tuple[object, ...], Listed]) -> Callable[..., Listed]:
    def listed(day: date, *options: str) -> Listed:
        if (day, *options) not in known:
            known[day, *options] = afresh(day, *options)
        return known[day, *options]

    def afresh(day: date, *options: str) -> Listed:
        ran = vendorbook("due", "--as-of", day.isoformat(), "--format", "json", *options)
        assert (ran.status, ran.err) == (0, "")
        data = json.loads(ran.out)
        assert (data["format"], data["as_of"]) == ("vendorbook/due/v1", day.isoformat())
        due: Listed = data["due"]
        return due

    return listed


def _identity(each: dict[str, object]) -> tuple[object, ...]:
    return each["policy"], each["record"], each["path"], each["line"], each["due"]


def test_what_is_overdue_is_what_check_finds_late(due: Callable[..., Listed], vendorbook: Run) -> None:
    found = json.loads(vendorbook("check", "--as-of", LATER.isoformat(), "--format", "json").out)["findings"]
    late = [each for each in found if each["due"]]
    overdue = [each for each in due(LATER) if each["overdue"]]

    assert len(late) > 3
    assert sorted(map(_identity, overdue), key=str) == sorted(map(_identity, late), key=str)
    assert {each["fingerprint"] for each in overdue} == {each["fingerprint"] for each in late}


def test_what_falls_due_today_is_not_late_until_tomorrow(due: Callable[..., Listed]) -> None:
    day = date.fromisoformat(str(next(each for each in due(TODAY) if not each["overdue"])["due"]))
    [item] = [each for each in due(day) if each["due"] == day.isoformat()][:1]

    assert item["overdue"] is False
    assert [each["overdue"] for each in due(day + timedelta(days=1)) if _identity(each) == _identity(item)] == [True]


@pytest.mark.parametrize(("span", "days"), [("0d", 0), ("30d", 30), ("12w", 84), ("6m", 180), ("1y", 365), ("2W", 14)])
def test_as_far_ahead_as_asked(span: str, days: int, due: Callable[..., Listed]) -> None:
    until = (TODAY + timedelta(days=days)).isoformat()
    every = due(TODAY, "--within", "9999y")

    assert due(TODAY, "--within", span) == [each for each in every if str(each["due"]) <= until]


def test_the_last_day_asked_for_is_in_it(due: Callable[..., Listed]) -> None:
    day = date.fromisoformat(str(next(each for each in due(TODAY) if not each["overdue"])["due"]))
    days = (day - TODAY).days
    assert [each["due"] for each in due(TODAY, "--within", f"{days}d")][-1] == day.isoformat()
    assert all(str(each["due"]) < day.isoformat() for each in due(TODAY, "--within", f"{days - 1}d"))


def test_ninety_days_unless_asked(due: Callable[..., Listed]) -> None:
    assert due(TODAY) == due(TODAY, "--within", "90d")
    assert len(due(TODAY)) > 5


def test_in_the_order_of_days_and_marked_where_waived(due: Callable[..., Listed]) -> None:
    days = [str(each["due"]) for each in due(TODAY)]
    assert days == sorted(days)
    assert {each["waiver"] for each in due(TODAY) if each["overdue"]} == {
        "banyan-networks-certificate-renewal",
        "exchange-lines-certificate-renewal",
        "soc-log-channel-certificates",
    }


def test_text_says_the_same_a_line_an_item(due: Callable[..., Listed], vendorbook: Run) -> None:
    for lang, overdue, ahead in (("zh-TW", "逾期 53 天", "尚有 19 天"), ("en", "53 days overdue", "in 19 days")):
        lines = vendorbook("due", "--as-of", "2026-11-22", "--lang", lang).out.splitlines()
        assert [line[:10] for line in lines] == [str(each["due"]) for each in due(TODAY)]
        assert all(
            f"[{each['policy']}] {each['path']}:{each['line']}:" in line
            for each, line in zip(due(TODAY), lines, strict=True)
        )
        assert overdue in lines[0]
        assert any(ahead in line for line in lines)


def test_one_day_is_one_day(vendorbook: Run, example_root: Path) -> None:
    lines = vendorbook("due", "--as-of", "2026-12-12", "--lang", "en").out.splitlines()
    assert any(line.startswith("2026-12-11  1 day overdue") for line in lines)


def test_nothing_is_said_to_be_nothing(register: object, vendorbook: Run) -> None:
    assert vendorbook("due", "--as-of", "2026-11-22", "--within", "0d", "--lang", "en").out == "nothing falls due\n"
    assert vendorbook("due", "--as-of", "2026-11-22", "--within", "0d").out == "沒有到期事項\n"


def test_a_calendar(due: Callable[..., Listed], capsys: pytest.CaptureFixture[str]) -> None:
    icalendar = pytest.importorskip("icalendar", reason="calendars need the extra `export`: nobody looked at one")
    listed = due(TODAY)
    texts = []
    for _ in range(2):
        assert status(["due", "--as-of", "2026-11-22", "--format", "ics"]) == 0
        texts.append(capsys.readouterr().out)
    events = icalendar.Calendar.from_ical(texts[0]).walk("VEVENT")

    assert [event.decoded("dtstart").isoformat() for event in events] == [each["due"] for each in listed]
    assert all(str(each["record"]) in str(event["summary"]) for event, each in zip(events, listed, strict=True))
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert all(len(line.encode()) <= 75 for line in texts[0].split("\r\n"))
    assert texts[0] == texts[1]


def test_a_calendar_is_stamped_with_a_moment(example_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("icalendar", reason="calendars need the extra `export`: nobody looked at one")
    status(["due", "--as-of", "2026-11-22", "--format", "ics"])
    stamps = {line for line in capsys.readouterr().out.splitlines() if line.startswith("DTSTAMP")}
    assert stamps == {"DTSTAMP:20261121T160000Z"}


def test_a_calendar_without_its_library(example_root: Path, vendorbook: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    ran = vendorbook("due", "--as-of", "2026-11-22", "--format", "ics")
    assert (ran.status, ran.out) == (2, "")
    assert "pip install 'vendorbook[export]'" in ran.err
