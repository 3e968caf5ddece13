"""Values out of JSON, each of exactly the shape that is asked for, or refused with the place and the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from vendorbook.model import Text

T = TypeVar("T")
Reader = Callable[[Any, str], T]
"""Takes a value and the JSON pointer of its place; raises Malformed."""


class Malformed(Exception):
    """What a file says is not of its shape: the JSON pointer of the place, and why."""

    def __init__(self, pointer: str, zh_tw: str, en: str) -> None:
        super().__init__(en)
        self.pointer = pointer
        self.message = Text(f"{pointer or '/'}：{zh_tw}", f"{pointer or '/'}: {en}")


def text(pattern: str, longest: int = 255) -> Reader[str]:
    """A text that a pattern matches as a whole."""
    matches = re.compile(pattern).fullmatch

    def read(value: Any, at: str) -> str:
        if not isinstance(value, str) or len(value) > longest or not matches(value):
            raise Malformed(at, "不是預期的文字", f"is no text as expected here, at most {longest} characters")
        return value

    return read


def number(least: int, most: int) -> Reader[int]:
    """A whole number within limits."""

    def read(value: Any, at: str) -> int:
        if type(value) is not int or not least <= value <= most:
            raise Malformed(at, f"須為 {least} 至 {most} 之整數", f"must be a whole number from {least} to {most}")
        return value

    return read


def yes_or_no(value: Any, at: str) -> bool:
    """True or false."""
    if type(value) is not bool:
        raise Malformed(at, "須為 true 或 false", "must be true or false")
    return value


def one_of(*known: str) -> Reader[str]:
    """One of a few words."""
    listed = ", ".join(known)

    def read(value: Any, at: str) -> str:
        if not isinstance(value, str) or value not in known:
            raise Malformed(at, f"須為下列之一：{listed}", f"must be one of {listed}")
        return value

    return read


def or_null(reader: Reader[T]) -> Reader[T | None]:
    """The same, or null."""
    return lambda value, at: None if value is None else reader(value, at)


def each(reader: Reader[T], most: int) -> Reader[tuple[T, ...]]:
    """A list of them, of limited length."""

    def read(value: Any, at: str) -> tuple[T, ...]:
        if not isinstance(value, list) or len(value) > most:
            raise Malformed(at, f"須為至多 {most} 項之清單", f"must be a list of at most {most}")
        return tuple(reader(item, f"{at}/{place}") for place, item in enumerate(value))

    return read


def by_name(name: Reader[str], reader: Reader[T], most: int) -> Reader[Mapping[str, T]]:
    """A mapping from names of a form, of limited size."""

    def read(value: Any, at: str) -> Mapping[str, T]:
        if not isinstance(value, dict) or len(value) > most:
            raise Malformed(at, f"須為至多 {most} 項之物件", f"must be an object of at most {most} members")
        return {name(key, at): reader(below, f"{at}/{_step(key)}") for key, below in value.items()}

    return read


def record(kind: Callable[..., T], /, **fields: Reader[Any]) -> Reader[T]:
    """An object with exactly these members, as a value of the kind."""
    wanted = fields.keys()

    def read(value: Any, at: str) -> T:
        if not isinstance(value, dict) or value.keys() != wanted:
            listed = ", ".join(wanted)
            raise Malformed(at, f"須為恰有下列欄位之物件：{listed}", f"must be an object with exactly {listed}")
        return kind(**{name: reader(value[name], f"{at}/{name}") for name, reader in fields.items()})

    return read


def _step(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
