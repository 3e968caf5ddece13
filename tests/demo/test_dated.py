"""A record as it was: what came later is taken out, and nothing else changes."""

from __future__ import annotations

from datetime import date

import pytest

from vendorbook.demo.dated import as_of_its_dates

NOW = """\
id: example
status: ended # for good

contract:
  signed_on: 2024-02-01

access:
  undertakings:
    protection: {given_on: 2024-02-01}
  grants:
    # the first
    - id: first
      approvals:
        - {approved_on: 2024-03-01, assets: [one]}
        # widened
        - {approved_on: 2025-03-01,
           assets: [one, two]}
      revoked_on: 2025-09-01 # left
    # the second
    - id: second
      approvals:
        - {approved_on: 2025-06-01}

oversight:
  audit: {every: P1Y}

exit:
  decided_on: 2026-01-10
  ended_on: 2026-06-30
  access_stopped: {confirmed_on: 2026-06-30}
  dispositions:
    - {held: a, disposed_on: 2026-06-29}
    - {held: b, disposed_on: 2026-06-30}
  transition:
    agreed_on: 2026-02-01
  steps:
    - {id: move, done_on: 2026-05-01}
"""


@pytest.mark.parametrize(
    ("day", "gone"),
    [
        ("2026-06-30", []),
        ("2026-06-29", ["access_stopped", "held: b", "status: ended"]),
        ("2026-04-30", ["access_stopped", "dispositions", "held:", "done_on", "status: ended"]),
        ("2026-01-10", ["transition", "agreed_on", "dispositions", "status: ended"]),
        ("2026-01-09", ["exit", "status: ended"]),
        ("2025-08-31", ["revoked_on", "exit"]),
        ("2025-05-31", ["second", "the second", "revoked_on"]),
        ("2025-02-28", ["widened", "assets: [one, two]", "second"]),
        ("2024-02-29", ["grants", "the first", "approvals"]),
        ("2024-01-31", ["contract", "access:", "oversight", "exit"]),
    ],
)
def test_what_came_later_is_not_there(day: str, gone: list[str]) -> None:
    then = as_of_its_dates(NOW, date.fromisoformat(day))
    assert [each for each in gone if each in then] == []
    kept = then.replace("status: active", "").replace("status: ending", "").replace("status: selecting", "").split("\n")
    assert [line for line in kept if line not in NOW.split("\n") and "id: move" not in line] == []
    assert not then.startswith("\n")
    assert "\n\n\n" not in then


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2024-01-31", "selecting"),
        ("2024-02-01", "active"),
        ("2026-01-10", "ending"),
        ("2026-06-30", "ended # for good"),
    ],
)
def test_the_status_is_that_of_the_day(day: str, status: str) -> None:
    assert f"status: {status}\n" in as_of_its_dates(NOW, date.fromisoformat(day))
