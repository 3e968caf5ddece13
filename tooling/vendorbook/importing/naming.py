"""Ids out of names: ASCII, kebab-case, never one that is taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from vendorbook.repository.layout import FOLDER

_LONGEST = 56
_OF_COMPANIES = {"co", "ltd", "inc", "corp", "corporation", "limited", "company", "llc", "plc", "pte", "gmbh"}
_RESERVED = {"journal", "evidence"}


def kebab(name: str) -> str:
    """The name's letters and digits of ASCII, in lower case; empty where it has none."""
    ascii = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", ascii.replace("'", ""))
    short = "-".join(words)[:_LONGEST]
    return (short.rpartition("-")[0] or short if len("-".join(words)) > _LONGEST else short).strip("-")


def as_id(stated: object) -> str:
    """What a cell states as an id: as it stands where it is one, else as `kebab`; empty where nothing is stated."""
    text = "" if stated is None else str(stated)
    return text if FOLDER.fullmatch(text) else kebab(text)


def of_company(name: str) -> str:
    """As `kebab`, without the words that say what kind of company it is."""
    words = kebab(name).split("-")
    while len(words) > 1 and words[-1] in _OF_COMPANIES:
        words.pop()
    return "-".join(words)


def free(wanted: str, taken: Collection[str]) -> str:
    """An id of what is wanted, or with the first number behind it that is free."""
    stem = as_id(wanted) or "record"
    ids = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 4)))
    return next(id for id in ids if id not in taken and id not in _RESERVED and FOLDER.fullmatch(id))


def same(name: str) -> str:
    """What two spellings of one name have in common."""
    return re.sub(r"[\s\u3000]+", "", unicodedata.normalize("NFKC", name)).casefold()
