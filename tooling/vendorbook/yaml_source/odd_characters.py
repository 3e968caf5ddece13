"""Finds the characters that a reviewer cannot see, or sees as something else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from vendorbook.model import Text
from vendorbook.yaml_source.character_kinds import ADVICE, NOT_NFC, REFUSED
from vendorbook.yaml_source.characters import MASK
from vendorbook.yaml_source.counting import placed
from vendorbook.yaml_source.refusals import Refusals

_NAMES = {"\0": "NUL", "\t": "TAB", "\r": "CR", "\x1b": "ESC", "\x7f": "DEL", "\x85": "NEL"}
_CHANGES_LINES = {"tab", "cr", "separator"}


def look_through(text: str, unusual: Iterable[str], refusals: Refusals) -> str:
    """As for any text (see `characters`), for one with these unusual characters."""
    if not unicodedata.is_normalized("NFC", text):
        _refuse_unnormalised(text, refusals)
    if not any(REFUSED.match(character) for character in unusual):
        return text
    kinds = _refuse_each(text, refusals)
    if kinds & _CHANGES_LINES:
        raise refusals.unreadable()
    return REFUSED.sub(lambda match: "\r" if match.lastgroup == "windows" else MASK, text)


def trouble_in(value: str) -> Text | None:
    """What is wrong with a value that escapes have written; None when nothing is."""
    if match := REFUSED.search(value):
        return _said(match.group(), str(match.lastgroup))
    return None if unicodedata.is_normalized("NFC", value) else NOT_NFC


def _refuse_each(text: str, refusals: Refusals) -> set[str]:
    kinds: set[str] = set()
    for line, column, match in placed(text, REFUSED.finditer(text)):
        kind = str(match.lastgroup)
        if not (kind == "windows" and kind in kinds):
            refusals.add(line, column, _said(match.group(), kind))
        kinds.add(kind)
    return kinds


@lru_cache(maxsize=256)
def _said(character: str, kind: str) -> Text:
    advice = ADVICE[kind]
    name = _NAMES.get(character) or unicodedata.name(character, "")
    name = f"U+{ord(character):04X} {name}".rstrip()
    return Text(f"{name}：{advice.zh_tw}", f"{name}: {advice.en}")


def _refuse_unnormalised(text: str, refusals: Refusals) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        normal = unicodedata.normalize("NFC", line)
        if normal != line:
            refusals.add(number, _first_difference(line, normal) + 1, NOT_NFC)


def _first_difference(line: str, other: str) -> int:
    pairs = enumerate(zip(line, other, strict=False))
    return next((index for index, (one, two) in pairs if one != two), min(len(line), len(other)))
