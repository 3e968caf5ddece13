"""Words for values and types, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from vendorbook.model import Text
from vendorbook.schema_check.schema_file import Schema

_LONGEST = 60
_MOST_LISTED = 20
_NUMBER = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")
_TRUTH = frozenset({"yes", "no", "y", "n", "on", "off", "true", "false", "是", "否"})

_TYPES: Mapping[str, Text] = {
    "string": Text("文字", "text"),
    "number": Text("數字", "a number"),
    "integer": Text("整數", "a whole number"),
    "boolean": Text("真假值（`true` 或 `false`）", "a truth value (`true` or `false`)"),
    "array": Text("清單", "a list"),
    "object": Text("一組欄位", "a block of fields"),
}
_NOTHING = Text("", "")
_OR_NONE = Text("清單或 {none: 原因}", "a list or {none: reason}")
_TEXT_OR_NONE = Text("文字或 {none: 原因}", "text or {none: reason}")


def shown(value: object) -> str:
    """A value as it is written, on one line and of bounded length."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def uncapitalised(title: str) -> str:
    """A title as it stands within a sentence; abbreviations keep their capitals."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def after_chinese(text: str) -> str:
    """A text as it follows a Chinese character: set off when it begins with a letter, a digit or a mark."""
    return f" {text}" if text[:1].isascii() else text


def actual_type(value: object) -> Text:
    if isinstance(value, bool):
        return _TYPES["boolean"]
    kinds = {str: "string", int: "number", float: "number", list: "array", dict: "object"}
    return _TYPES[kinds[type(value)]]


def expected_types(schema: Schema) -> Text:
    names: str | list[str] = schema["type"]
    if isinstance(names, list) and schema.get("required") == ["none"]:
        return _OR_NONE if "array" in names else _TEXT_OR_NONE
    types = [_TYPES[name] for name in ([names] if isinstance(names, str) else list(names))]
    *first, last = types
    return Text(
        "、".join(type.zh_tw for type in first) + "或" * bool(first) + last.zh_tw,
        ", ".join(type.en for type in first) + " or " * bool(first) + last.en,
    )


def type_hint(value: object, wanted: object) -> Text:
    """How such a slip usually comes about, and is mended."""
    types = [wanted] if isinstance(wanted, str) else list(wanted) if isinstance(wanted, list) else []
    if isinstance(value, (int, float)) and "string" in types:
        return Text("：請加引號", ": put it in quotes")
    if isinstance(value, str) and {"number", "integer"} & set(types) and _NUMBER.fullmatch(value):
        return Text("：請去掉引號與千分號", ": write it without quotes and separators")
    if isinstance(value, str) and "boolean" in types and value.lower() in _TRUTH:
        return Text("：請寫 `true` 或 `false`，不加引號", ": write `true` or `false` without quotes")
    if isinstance(value, (str, int, float)) and "array" in types:
        return Text("：每一項以 `- ` 開頭，或寫在 `[ ]` 內", ": begin each item with `- `, or write them within `[ ]`")
    return _NOTHING


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """The known word that is most like another; empty when none is."""
    if not isinstance(word, str) or len(word) > _LONGEST:
        return ""
    from difflib import get_close_matches

    spelt = {name.lower(): name for name in known}
    close = get_close_matches(word.lower().replace("-", "_"), spelt, n=1, cutoff=0.6)
    close = close or get_close_matches(word.lower().replace("_", "-"), spelt, n=1, cutoff=0.6)
    return spelt[close[0]] if close else ""


def listed(words: Mapping[str, Text], *, brief: bool = False) -> Text:
    """`none`（非雲端）、`iaas`（…） and so on, at most twenty of them."""
    some = list(words.items())[:_MOST_LISTED]
    more = "…" if len(words) > len(some) else ""
    zh_tw = [f"`{word}`" + ("" if brief or not text.zh_tw else f"（{text.zh_tw}）") for word, text in some]
    en = [f"`{word}`" + ("" if brief or not text.en or text.en == word else f" ({text.en})") for word, text in some]
    return Text("、".join(zh_tw) + more, ", ".join(en) + more)
