"""What an unquoted word means; refused where versions of YAML read it differently."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from vendorbook.model import Plain, Text
from vendorbook.yaml_source.characters import trouble_in
from vendorbook.yaml_source.events import Event

HEADS = frozenset({"", *"0123456789+-.~=<nNyYtTfFoO"})
"""A word that is not empty and begins otherwise is text in every version of YAML."""

_INT = re.compile(r"-?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_MOST_DIGITS = 15
_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ ]+)[0-9]{1,2}:.*)?", re.DOTALL)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2}))?")
_NUMBERISH = r"""[-+]?(?:
        (?P<based>0[bB][01_]+ | 0[oO][0-7_]+ | 0[xX][0-9a-fA-F_]+)
      | (?P<sixty>[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?)
      | (?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?P<power>[eE][-+]?[0-9_]+)?
      | \.(?i:inf|nan)
    )"""
"""What one or another YAML takes for a number; compiled by the first file that holds such a word: few do."""
_NUMBER_HEADS = frozenset("0123456789+-.")

_EMPTY_WORDS = frozenset({"", "~", "null"})
_TRUE_WORDS = frozenset({"true", "yes", "on", "y"})
_FALSE_WORDS = frozenset({"false", "no", "off", "n"})
_SIGNS = frozenset({"=", "<<"})

EMPTY = Text(
    "沒有值：請寫 {none: 原因}，或刪去這個鍵",
    "there is no value: write {none: reason}, or leave the key out",
)


def _truth(meant: str) -> Text:
    return Text(
        f"未加引號，各版 YAML 讀法不同：請寫 {meant}，若是文字請加引號",
        f"without quotes, versions of YAML read this differently: write {meant}, or quote it if it is text",
    )


_AS_TRUE, _AS_FALSE = _truth("true"), _truth("false")
_AS_SIGN = Text("這個符號在 YAML 另有意義：若是文字請加引號", "this sign has a meaning in YAML: quote it if it is text")
_AS_DATE = Text(
    "不是真實的日期（年-月-日）：請改正，若是文字請加引號",
    "not a real date (YYYY-MM-DD): correct it, or quote it if it is text",
)


def _number(zh_tw: str, en: str) -> Text:
    return Text(
        f"{zh_tw}，各版 YAML 讀法不同：數字請寫成一般十進位，編號或文字請加引號",
        f"{en} is read differently by versions of YAML: write a plain decimal number, or quote an id or text",
    )


_BASED = _number("這是二、八或十六進位寫法", "a binary, octal or hexadecimal number")
_SIXTY = _number("以冒號分隔的數字（時刻）", "a number with colons (a time of day)")
_POWER = _number("以 e 表示次方的數字", "a number with an exponent")
_LOW_LINE = _number("帶底線的數字", "a number with underscores")
_SPELT = _number("開頭有 0、+、小數點，或以小數點結尾的數字", "a number with a leading 0, + or dot, or a trailing dot")
_ENDLESS = _number("無限大或非數字", "infinity or not-a-number")
_LONG = Text(
    f"數字超過 {_MOST_DIGITS} 位，有的程式會把它四捨五入：若是編號請加引號",
    f"over {_MOST_DIGITS} digits, which some programs round: quote it if it is an id",
)


def meaning(event: Event) -> Plain | Text:
    """The value of a scalar, or the reason to refuse it."""
    word, style = event.value, event.style
    if style == "":
        return plain(word) if word[:1] in HEADS else word
    trouble = trouble_in(word) if style == '"' else None
    return trouble or word


@lru_cache(maxsize=4096)
def plain(word: str) -> Plain | Text:
    """The value of an unquoted word, or the reason to refuse it."""
    if word == "true" or word == "false":
        return word == "true"
    if trouble := _word_trouble(word.lower() if len(word) <= len("false") else word):
        return trouble
    if _DAY.fullmatch(word):
        return word if _is_iso(word) else _AS_DATE
    return _number_or_text(word)


def _word_trouble(word: str) -> Text | None:
    if word in _EMPTY_WORDS:
        return EMPTY
    if word in _TRUE_WORDS:
        return _AS_TRUE
    if word in _FALSE_WORDS:
        return _AS_FALSE
    return _AS_SIGN if word in _SIGNS else None


def _is_iso(word: str) -> bool:
    try:
        return bool(_ISO.fullmatch(word) and datetime.fromisoformat(word))
    except ValueError:
        return False


def _number_or_text(word: str) -> Plain | Text:
    if word[0] not in _NUMBER_HEADS:
        return word
    whole = _INT.fullmatch(word)
    if whole is None and _FLOAT.fullmatch(word) is None:
        numberish = re.fullmatch(_NUMBERISH, word, re.VERBOSE)
        return _misspelt(numberish) if numberish else word
    if sum(character.isdigit() for character in word) > _MOST_DIGITS:
        return _LONG
    return int(word) if whole else float(word)


def _misspelt(numberish: re.Match[str]) -> Text:
    word = numberish.group()
    reasons = (
        (numberish["based"], _BASED),
        (numberish["sixty"], _SIXTY),
        (numberish["power"], _POWER),
        ("_" in word, _LOW_LINE),
        (word[-1] in "fFnN", _ENDLESS),
    )
    return next((reason for found, reason in reasons if found), _SPELT)
