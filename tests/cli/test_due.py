"""`due` lists what `check` will fail on, before and after it does."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.running import Ran
from tests.conftest import AS_OF
from vendorbook.cli.boundary import status
from vendorbook.judging import Rules, Verdict

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


@pytest.mark.parametrize("day", [date(2025, 7, 1), LATER, date(2028, 2, 29)])
def test_what_is_overdue_is_what_check_finds_late(day: date, due: Callable[..., Listed], vendorbook: Run) -> None:
    found = json.loads(vendorbook("check", "--as-of", day.isoformat(), "--format", "json").out)["findings"]
    late = [each for each in found if each["due"]]
    overdue = [each for each in due(day) if each["overdue"]]

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


# -- soon ----------------------------------------------------------------------------------------------


def test_what_is_soon_is_what_falls_due_within_the_firm_s_days_of_notice(
    due: Callable[..., Listed], rules: Rules
) -> None:
    """A certificate has its own, and a longer one."""
    every = due(TODAY, "--within", "9999y")
    for each in every:
        notice = rules.book.notice_days(str(each["policy"]))
        days = (date.fromisoformat(str(each["due"])) - TODAY).days
        assert (each["soon"], each["overdue"]) == (0 <= days <= notice, days < 0)
    assert {rules.book.notice_days(str(each["policy"])) for each in every} == {30, 60}


def test_it_is_soon_from_the_first_day_of_notice_to_the_last_day_in_time(due: Callable[..., Listed]) -> None:
    item = next(each for each in due(TODAY) if each["policy"] == "access-reviewed-every-half-year")
    on = date.fromisoformat(str(item["due"]))

    def states(days_before: int) -> tuple[object, object]:
        listed = due(on - timedelta(days=days_before))
        [same] = [each for each in listed if _identity(each) == _identity(item)]
        return same["soon"], same["overdue"]

    assert [states(days) for days in (31, 30, 0, -1)] == [(False, False), (True, False), (True, False), (False, True)]


def test_every_notice_is_a_number_of_days_in_the_profile(rules: Rules) -> None:
    notices = {policy.notice for policy in rules.book.policies.values()}

    assert notices == {"review_notice_days", "certificates.notice_days"}
    assert [path for path in notices if not isinstance(rules.book.firm.plain(path), int)] == []


def test_text_and_calendar_say_what_is_soon_as_the_data_do(
    due: Callable[..., Listed], vendorbook: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = due(LATER)
    for lang, soon in (("zh-TW", "即將到期"), ("en", ", soon")):
        lines = vendorbook("due", "--as-of", LATER.isoformat(), "--lang", lang).out.splitlines()
        assert [soon in line for line in lines] == [
            each["soon"] and each["due"] != LATER.isoformat() for each in listed
        ]
    assert {(each["soon"], each["overdue"]) for each in listed} == {(True, False), (False, True), (False, False)}

    icalendar = pytest.importorskip("icalendar", reason="calendars need the extra `export`: nobody looked at one")
    status(["due", "--as-of", LATER.isoformat(), "--format", "ics"])
    events = icalendar.Calendar.from_ical(capsys.readouterr().out).walk("VEVENT")
    said = [event["categories"].to_ical().decode() if "categories" in event else "" for event in events]
    assert said == ["overdue" if each["overdue"] else "soon" if each["soon"] else "" for each in listed]


def test_a_calendar_reminds_when_it_becomes_soon(
    due: Callable[..., Listed], rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    icalendar = pytest.importorskip("icalendar", reason="calendars need the extra `export`: nobody looked at one")
    status(["due", "--as-of", TODAY.isoformat(), "--format", "ics", "--within", "1y"])
    events = icalendar.Calendar.from_ical(capsys.readouterr().out).walk("VEVENT")
    [triggers] = zip(
        *[[alarm.decoded("trigger").days for alarm in event.walk("VALARM")] for event in events], strict=True
    )

    assert list(triggers) == [-rules.book.notice_days(str(each["policy"])) for each in due(TODAY, "--within", "1y")]


def test_what_falls_due_is_listed_as_the_whole_verdict_has_it(due: Callable[..., Listed], verdict: Verdict) -> None:
    dated = [each for each in (*verdict.findings, *verdict.upcoming) if each.due]

    assert AS_OF == TODAY
    assert sorted(str(each["fingerprint"]) for each in due(TODAY, "--within", "9999y")) == sorted(
        each.fingerprint for each in dated
    )


def test_no_two_things_due_on_a_day_are_taken_for_one(verdict: Verdict) -> None:
    dated = [(each.fingerprint, each.due) for each in (*verdict.findings, *verdict.upcoming) if each.due]

    assert len(set(dated)) == len(dated) > 50


def test_an_engagement_that_is_about_to_end_owes_nothing_after_its_end(verdict: Verdict) -> None:
    recurring = ("access-reviewed-every-half-year", "audited-every-year", "service-levels-are-reported-on-time")
    upcoming = [each for each in verdict.upcoming if each.record == "heron-cloud/mail"]

    assert [each for each in upcoming if each.policy in recurring] == []
    assert {each.policy for each in upcoming} >= {"nothing-is-left-over", "exit-steps-are-done-in-time"}


# ------------------------------------------------------------------------------------------------------


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
