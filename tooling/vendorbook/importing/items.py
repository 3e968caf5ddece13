"""Several blocks in a cell: a line each, of `name=value；name=value`; quotes are around what has a separator in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from vendorbook.importing.fields import Target
from vendorbook.importing.grid import Cell, Value
from vendorbook.importing.meaning import Read
from vendorbook.importing.naming import same
from vendorbook.importing.quoting import QUOTED, quoted, unquoted
from vendorbook.model import Plain, Text

_PAIR = re.compile(rf"\s*(?P<name>[^=＝;；\n]+?)\s*[=＝]\s*(?P<said>{QUOTED}|[^;；\n]*?)[^\S\n]*(?P<end>[;；\n]|\Z)")
_BETWEEN = re.compile(r"[;；\n]")


def are_items(target: Target, text: str) -> bool:
    """Whether the text begins with the name of a field that the blocks have."""
    found = _PAIR.match(text)
    return found is not None and _field(target, found["name"]) is not None


def items(target: Target, text: str, read: Callable[[Target, Cell], Read]) -> Read:
    """The blocks, each of its values by `read`."""
    made: list[Plain] = []
    block: dict[str, Plain] = {}
    at = 0
    while at < len(text):
        found = _PAIR.match(text, at)
        field = _field(target, found["name"]) if found else None
        if found is None or field is None or field.way[-1] in block:
            return Read(trouble=_not_pairs(target, text[at:].split("\n")[0]))
        value = read(field, Cell(found["said"]))
        if value.value is None:
            return value
        block[str(field.way[-1])] = value.value
        at = found.end()
        if found["end"] in ("\n", "") or at == len(text):
            made.append(block)
            block = {}
    return Read(made)


def written(target: Target, item: Mapping[str, Plain], lang: str, said: Callable[[Target, Plain], Value]) -> str:
    """A block as a line, each of its values as `said`. Raises KeyError where it has a field that there is none of."""
    pairs = ((target.items[name], value) for name, value in item.items())
    return "；".join(f"{field.title.in_(lang)}={_apart(str(said(field, value)))}" for field, value in pairs)


def _apart(text: str) -> str:
    return quoted(text) if _BETWEEN.search(text) and unquoted(text) is None else text


def _field(target: Target, name: str) -> Target | None:
    named = {same(each): field for key, field in target.items.items() for each in (key, *field.title)}
    return named.get(same(name))


def _not_pairs(target: Target, said: str) -> Text:
    zh_tw = "、".join(each.title.zh_tw for each in target.items.values())
    en = ", ".join(each.title.en for each in target.items.values())
    return Text(f"{said} 不是「名稱=值」，或名稱不在其中（{zh_tw}）", f"{said} is no name=value, of {en}")
