"""Who the demonstration's people are: the example's, two who come (of whom one goes), and the keys they sign with."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from vendorbook import yaml_source
from vendorbook.demo.keys import signer
from vendorbook.git import Author
from vendorbook.trail.ledger import Account

FILE = "policies/people.yaml"
SIGN_FROM = date(2024, 9, 12)
"""When those who review begin to sign what they approve."""

_SIGN = ("s-0101", "s-0102", "s-0103", "s-0104", "s-0105", "s-0106", "s-0111", "s-0112")
_RENEWED, _RENEWED_ON, _OLD_UNTIL = "s-0104", date(2025, 2, 14), date(2025, 2, 13)
_COMES = {
    date(2024, 9, 10): """
  - id: s-0117
    name: 帆影斜
    unit: 資訊部網路管理科
    unit_kind: it
    roles: [assessor]
    from: 2024-09-10
    emails: [fan.yingxie@paper-boat.example]
    accounts: [{forge: github, id: "999000000117"}]
""",
    date(2025, 2, 10): """
  - id: s-0118
    name: 潭映月
    unit: 資訊安全室
    unit_kind: security
    roles: [security, assessor]
    from: 2025-02-10
    emails: [tan.yingyue@paper-boat.example]
    accounts: [{forge: github, id: "999000000118"}]
""",
}
_GOES = (date(2026, 5, 29), "    from: 2024-09-10\n", "    from: 2024-09-10\n    until: 2026-05-29\n")


class Person(NamedTuple):
    """Somebody as commits and the forge know them."""

    author: Author
    account: Account


def people_as_of(text: str, day: date) -> str:
    """The demonstration's people.yaml on a day, made from the example's."""
    text += "".join(person for came, person in _COMES.items() if came <= day)
    if day >= _GOES[0]:
        text = text.replace(*_GOES[1:])
    if day < date(2024, 9, 10):
        return text
    return re.sub(r"(  - id: (s-\d+)\n(?:    .*\n)+)", lambda found: found[1] + _keys(found[2], day), text)


def key_of(staff: str, day: date) -> int:
    """Which of somebody's keys they sign with on a day."""
    return 2 if staff == _RENEWED and day >= _RENEWED_ON else 1


def known(text: str) -> dict[str, Person]:
    """Everybody in a people.yaml, by staff id."""
    root = yaml_source.read(text.encode(), FILE).root
    return {node.text("id"): _person(node.value) for node in root.find("people[]")}


def _person(said: Any) -> Person:
    email = said["emails"][0]
    account = Account(said["accounts"][0]["id"], email.partition("@")[0].replace(".", "-"))
    return Person(Author(said["name"], email), account)


def _keys(staff: str, day: date) -> str:
    stated: list[tuple[int, date, date | None]]
    if staff == "s-0118":
        stated = [(1, _RENEWED_ON, None)]
    elif staff not in _SIGN:
        return ""
    elif staff == _RENEWED and day >= date(2025, 2, 10):
        stated = [(1, SIGN_FROM, _OLD_UNTIL), (2, _RENEWED_ON, None)]
    else:
        stated = [(1, SIGN_FROM, None)]
    return "    keys: # of the demonstration: worthless\n" + "".join(_key(staff, *each) for each in stated)


def _key(staff: str, which: int, first: date, last: date | None) -> str:
    until = f"\n        until: {last}" if last else ""
    return f"      - key: {signer(staff, which).public_key}\n        from: {first}{until}\n"
