"""Who is meant by what a commit or a forge says, and what they may do on a day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.checks.records import top

from vendorbook.register.people import People

TEXT = """\
people:
  - id: s-0001
    roles: [unit-head, security]
    from: 2024-03-01
    until: 2026-02-28
    emails: [kite@paper-boat.example, Kite.Two@Paper-Boat.example]
    accounts: [{forge: github, id: "1234"}, {forge: gitlab, id: "77"}]
    keys:
      - {key: ssh-ed25519 AAAAold one, from: 2024-01-01, until: 2024-12-31}
      - {key: ssh-ed25519 AAAAnew two, from: 2025-01-01}
  - id: s-0002
    roles: [assessor]
    from: 2025-01-01
    emails: [moth@paper-boat.example]
"""
PEOPLE = People({each.text("id"): each for each in top(TEXT).find("people[]")})

EMAILS = {
    "kite@paper-boat.example": "s-0001",
    "KITE@paper-boat.EXAMPLE": "s-0001",
    "kite.two@paper-boat.example": "s-0001",
    "moth@paper-boat.example": "s-0002",
    "1234+any-name@users.noreply.github.com": "s-0001",
    "1234+Any@Users.NoReply.GitHub.com": "s-0001",
    "77-any-name@users.noreply.gitlab.com": "s-0001",
    # an account's name can change hands
    "kite@users.noreply.github.com": None,
    "1234@users.noreply.github.com": None,
    # the number of the other forge
    "77+kite@users.noreply.github.com": None,
    "1234-kite@users.noreply.gitlab.com": None,
    "1234+kite@users.noreply.github.com.example": None,
    "x1234+kite@users.noreply.github.com": None,
    "1234+kite@evil@users.noreply.github.com": None,
    "１２３４+kite@users.noreply.github.com": None,
    # letters that other ways of comparing take for k and for i
    "\u212aite@paper-boat.example": None,
    "kıte@paper-boat.example": None,
    " kite@paper-boat.example": None,
    "kite@paper-boat.example.evil": None,
    "": None,
}


@pytest.mark.parametrize("email", EMAILS)
def test_an_address_names_one_person_or_nobody(email: str) -> None:
    assert PEOPLE.of_commit_identity("s-0001", email) == EMAILS[email]


@pytest.mark.parametrize(
    ("forge", "account", "expected"),
    [("github", "1234", "s-0001"), ("gitlab", "1234", None), ("github", "01234", None), ("", "", None)],
)
def test_an_account_names_one_person_or_nobody(forge: str, account: str, expected: str | None) -> None:
    assert PEOPLE.of_account(forge, account) == expected


@pytest.mark.parametrize(
    ("staff_id", "roles", "day", "expected"),
    [
        ("s-0001", ["security"], "2024-03-01", True),
        ("s-0001", ["board", "unit-head"], "2026-02-28", True),
        ("s-0001", ["security"], "2024-02-29", False),
        ("s-0001", ["security"], "2026-03-01", False),
        ("s-0001", ["board"], "2025-01-01", False),
        ("s-0002", ["assessor"], "2040-01-01", True),
        ("s-0009", ["assessor"], "2025-01-01", False),
    ],
)
def test_a_role_is_had_from_day_to_day(staff_id: str, roles: list[str], day: str, expected: bool) -> None:
    assert PEOPLE.has_role(staff_id, roles, date.fromisoformat(day)) is expected


@pytest.mark.parametrize(
    ("staff_id", "day", "expected"),
    [
        ("s-0001", "2024-12-31", ("ssh-ed25519 AAAAold one",)),
        ("s-0001", "2025-01-01", ("ssh-ed25519 AAAAnew two",)),
        ("s-0001", "2024-02-01", ()),  # the key is valid, but nobody was there to use it
        ("s-0001", "2026-03-01", ()),
        ("s-0002", "2025-06-01", ()),
        ("s-0009", "2025-06-01", ()),
    ],
)
def test_a_key_is_somebodys_from_day_to_day(staff_id: str, day: str, expected: tuple[str, ...]) -> None:
    assert PEOPLE.keys(staff_id, date.fromisoformat(day)) == expected
