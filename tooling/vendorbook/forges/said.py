"""A forge's answer, taken apart with care: each value has its place, and one of another kind is told, never guessed.

Members that nobody asks for are ignored, as forges add some with every release.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from vendorbook.model import CannotJudge, Text
from vendorbook.trail.ledger import Account

T = TypeVar("T")
_COMMIT = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_LONGEST = 255
_LARGEST = 2**53 - 1


class Said:
    """A value of an answer, and where it stands: `GET /repos/… /0/user/id`."""

    def __init__(self, value: Any, where: str) -> None:
        self.value = value
        self.where = where

    def __getitem__(self, name: str) -> Said:
        """A member of an object; one that is missing is null."""
        if not isinstance(self.value, dict):
            raise self.unexpected("an object", "物件")
        return Said(self.value.get(name), f"{self.where} /{name}")

    def items(self) -> list[Said]:
        """The items of a list."""
        if not isinstance(self.value, list):
            raise self.unexpected("a list", "清單")
        return [Said(each, f"{self.where} /{place}") for place, each in enumerate(self.value)]

    def optional(self, read: Callable[[Said], T]) -> T | None:
        """What the value says, or None where it is null."""
        return None if self.value is None else read(self)

    def text(self) -> str:
        """A text as it is, of any length."""
        if not isinstance(self.value, str):
            raise self.unexpected("a text", "文字")
        return self.value

    def label(self) -> str:
        """A short text on one line: what cannot be seen or printed is �, and what is too long is cut."""
        shown = self.text()[:_LONGEST]
        return "".join(character if character.isprintable() else "�" for character in shown)

    def number(self) -> int:
        """A whole number above zero."""
        if type(self.value) is not int or not 0 < self.value <= _LARGEST:
            raise self.unexpected("a whole number above zero", "正整數")
        return self.value

    def id(self) -> str:
        """The digits of an id that the forge never gives to another thing."""
        return str(self.number())

    def commit(self) -> str:
        """A whole commit id."""
        if not isinstance(self.value, str) or not _COMMIT.fullmatch(self.value):
            raise self.unexpected("a commit id", "提交編號")
        return self.value

    def moment(self) -> datetime:
        """A time with its zone, in UTC."""
        try:
            found = datetime.fromisoformat(self.text())
            if found.tzinfo is not None:
                return found.astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        raise self.unexpected("a time with its zone", "含時區之時間")

    def time(self) -> str:
        """A time as entries write it: UTC, to the second."""
        return self.moment().strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)

    def unexpected(self, en: str, zh_tw: str) -> CannotJudge:
        """That this is not what the forge's documentation says."""
        return CannotJudge(
            Text(
                f"代管平台的回答與其文件不符：{self.where} 應為{zh_tw}",
                f"the forge does not answer as documented: {self.where} should be {en}",
            )
        )


def account(said: Said, name: str) -> Account | None:
    """The account that an answer describes, `name` being the member with its login; None for one that was deleted."""
    return said.optional(lambda user: Account(user["id"].id(), user[name].label()))
