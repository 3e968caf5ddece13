"""A schema file's bytes to its content, and where in the file a part of it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from vendorbook.model import CannotJudge, Location, Text

Schema = dict[str, Any]

DEEPEST = 48
"""No schema of ours has half as many levels."""

_BLANK = " \t\r\n"
_VALUES = json.JSONDecoder()


def parse(path: str, data: bytes) -> Schema:
    """Raises CannotJudge, with the place, for anything but one JSON object in UTF-8 without double keys."""
    try:
        text = data.decode("utf-8")
        content = json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise fault(Location(path, error.lineno, error.colno), "不是正確的 JSON", f"no JSON: {error.msg}") from None
    except UnicodeDecodeError:
        raise fault(Location(path, 1, 1), "不是 UTF-8 文字", "not UTF-8 text") from None
    except (_Refused, RecursionError) as error:
        raise fault(Location(path, 1, 1), f"不接受此 JSON：{error}", f"this JSON is refused: {error}") from None
    if not isinstance(content, dict):
        raise fault(Location(path, 1, 1), "最上層必須是物件", "there must be an object at the top")
    if _is_deeper(content, DEEPEST):
        raise fault(Location(path, 1, 1), f"超過 {DEEPEST} 層", f"it is over {DEEPEST} levels deep")
    return content


def fault(at: Location, zh_tw: str, en: str) -> CannotJudge:
    """A schema that is itself wrong judges nothing."""
    return CannotJudge(Text(f"綱要檔有誤：{zh_tw}", f"a schema file is wrong: {en}"), at)


def place(path: str, data: bytes, way: Sequence[str | int]) -> Location:
    """Where the value at a way down from the top stands; `data` is JSON that was parsed before."""
    text = data.decode("utf-8")
    at = _skip(text, 0)
    for step in way:
        at = _below(text, at, step)
    line = text.count("\n", 0, at) + 1
    return Location(path, line, at - (text.rfind("\n", 0, at) + 1) + 1)


def find(part: Any, key: str, value: str) -> tuple[str | int, ...]:
    """The way down to the first place where a key has a value; empty when there is none."""
    steps = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for step, below in steps:
        if step == key and below == value:
            return (step,)
        if way := find(below, key, value):
            return (step, *way)
    return ()


def _below(text: str, at: int, step: str | int) -> int:
    """From the beginning of an object or array to that of the value under a key or index."""
    seen = 0
    at = _skip(text, at + 1)
    while text[at] not in "]}":
        key: object = seen
        if isinstance(step, str):
            key, at = _VALUES.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        if key == step:
            return at
        at = _skip(text, _VALUES.raw_decode(text, at)[1])
        at = _skip(text, at + 1) if text[at] == "," else at
        seen += 1
    return at


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANK:
        at += 1
    return at


def _is_deeper(content: Any, levels: int) -> bool:
    layer = [content]
    while layer and levels:
        layer = [below for part in layer for below in _parts(part)]
        levels -= 1
    return bool(layer)


def _parts(part: Any) -> list[Any]:
    return list(part.values()) if isinstance(part, dict) else part if isinstance(part, list) else []


class _Refused(ValueError):
    pass


def _without_doubles(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Refused(f"`{next(key for key in keys if keys.count(key) > 1)}` ×2")
    return content


def _no_constant(word: str) -> NoReturn:
    raise _Refused(word)
