"""What somebody is known by belongs to them alone: otherwise one person could approve as two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vendorbook.model import CannotJudge, Node, Text
from vendorbook.register.people import folded, noreply_account


def each_is_one_persons(people: Mapping[str, Node]) -> None:
    """Raises CannotJudge, with the place, where two people share an address, an account or a key."""
    owners: dict[tuple[str, str], str] = {}
    for id, person in people.items():
        for what, node in _known_by(person):
            if (owner := owners.setdefault(what, id)) != id:
                raise CannotJudge(_shared(owner, id), node.location)


def _known_by(person: Node) -> Iterator[tuple[tuple[str, str], Node]]:
    for email in person.find("emails[]"):
        if noreply_account(str(email.value))[0]:
            raise CannotJudge(_NOREPLY, email.location)
        yield ("email", folded(email.value)), email
    for account in person.find("accounts[]"):
        yield (account.text("forge"), account.text("id")), account
    for key in person.find("keys[]"):
        yield ("key", "".join(key.text("key").split()[1:2]).rstrip("=")), key


def _shared(owner: str, other: str) -> Text:
    return Text(
        f"{other} 與 {owner} 載明相同之信箱、帳號或公鑰；各只能屬於一個人",
        f"{other} states the address, account or key of {owner}; each belongs to one person alone",
    )


_NOREPLY = Text(
    "此為平台代發之地址；請改於 accounts 載明帳號之識別碼",
    "this address is one that a forge hands out; state the account's id under accounts instead",
)
