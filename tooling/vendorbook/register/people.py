"""Who is meant: the firm's people by what commits and forges know them by, and what they may do on a day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from vendorbook.model import Node

_NOREPLY = (
    ("github", r"(?:([0-9]{1,20})\+)?[^@]*@users\.noreply\.github\.com"),
    ("gitlab", r"(?:([0-9]{1,20})-)?[^@]*@users\.noreply\.gitlab\.com"),
)
"""Addresses that a forge hands out. Only the number in them is somebody's for good; names of accounts change hands."""


class People:
    """The people of a rulebook (`Rulebook.people`), found by what they are known by elsewhere."""

    def __init__(self, people: Mapping[str, Node]) -> None:
        self._people = people
        self._emails = {folded(email.value): id for id, each in people.items() for email in each.find("emails[]")}
        self._accounts = {account: id for id, each in people.items() for account in accounts_of(each)}

    def of_commit_identity(self, _name: str, email: str) -> str | None:
        """The staff id of whom a commit names, by the address alone: anybody may write any name."""
        forge, account = noreply_account(email)
        return self.of_account(forge, account) if forge else self._emails.get(folded(email))

    def of_account(self, forge: str, account: str) -> str | None:
        """The staff id of whom an account belongs to, by its immutable id (`1234`), never by its name."""
        return self._accounts.get((forge, account))

    def has_role(self, staff_id: str, roles: Collection[str], on_day: date) -> bool:
        """Whether somebody was with the firm on a day and may act as one of these."""
        person = self._people.get(staff_id)
        if person is None or not valid_on(person, on_day):
            return False
        return any(role.value in roles for role in person.find("roles[]"))

    def keys(self, staff_id: str, on_day: date) -> tuple[str, ...]:
        """The SSH public keys by which somebody signs on a day; none outside their time with the firm."""
        person = self._people.get(staff_id)
        if person is None or not valid_on(person, on_day):
            return ()
        return tuple(key.text("key") for key in person.find("keys[]") if valid_on(key, on_day))


def valid_on(stated: Node, day: date) -> bool:
    """Between `from` and `until`, both counted; a day left out sets no limit."""
    first, last = stated.date("from"), stated.date("until")
    return (first is None or first <= day) and (last is None or day <= last)


def accounts_of(person: Node) -> Iterator[tuple[str, str]]:
    """(forge, id) of each account."""
    return ((each.text("forge"), each.text("id")) for each in person.find("accounts[]"))


def noreply_account(email: str) -> tuple[str, str]:
    """The forge whose noreply address this is, and the id of the account, empty where the address has none.

    Two empty texts for any other address.
    """
    for forge, form in _NOREPLY:
        if match := re.fullmatch(form, folded(email)):
            return forge, match[1] or ""
    return "", ""


def folded(email: object) -> str:
    """An address as it is compared: ASCII in lower case. Other letters stay: some would fold into ASCII ones."""
    said = email if isinstance(email, str) else ""
    return said.lower() if said.isascii() else said
