"""What may be a key: text in printable ASCII, which has no twins."""

from __future__ import annotations

from collections.abc import Mapping

from vendorbook.model import Text
from vendorbook.model.places import Places, Plain, size, unpack
from vendorbook.yaml_source.events import Event
from vendorbook.yaml_source.refusals import Refusals
from vendorbook.yaml_source.scalars import HEADS, plain

_EMPTY = Text("鍵是空的：請寫出名稱", "the key is empty: name it")
_MERGE = Text("不支援合併鍵 <<：請把內容直接寫出來", "merge keys (<<) are not supported: write the content out")
_NOT_ASCII = Text(
    "鍵只能用可見的 ASCII 字元（看來相同的字可能不同）：請改用規定的英文名稱",
    "a key is printable ASCII alone (others have look-alikes): write the English name that the schema gives",
)
_SPACED = Text("鍵的前後有空格：請刪除", "the key begins or ends with a space: delete it")
_NOT_TEXT = Text(
    "未加引號，各版 YAML 不都讀成文字：鍵請加引號，或改用別的名稱",
    "without quotes, versions of YAML do not all read this key as text: quote it, or choose another name",
)
COLLECTION = Text("鍵不能是清單或對照表：請寫一個名稱", "a key cannot be a list or a mapping: write a name")

GOOD: dict[str, str] = {}
"""Keys found good before, each as one text for all its occurrences: the same few hundred come again and again."""

_MOST_REMEMBERED = 4096


def look_at(event: Event, earlier: Mapping[str, Plain], places: Places, refusals: Refusals) -> None:
    """Refuse a key if need be, given the keys before it and the places of its mapping."""
    key = event.value
    if trouble := trouble_with(key, event.style):
        refusals.add_at(event, trouble)
        return
    _remember(key, event.style)
    if key in earlier:
        refusals.add_at(event, _duplicate(key, _line_of(key, earlier, places)))


def good(event: Event) -> str | None:
    """A key that was not found good before; None when it is refused."""
    key = event.value
    if trouble_with(key, event.style):
        return None
    _remember(key, event.style)
    return key


def _remember(key: str, style: str) -> None:
    if style == "" and len(GOOD) < _MOST_REMEMBERED:
        GOOD[key] = key


def _line_of(key: str, mapping: Mapping[str, Plain], places: Places) -> int:
    """The line of an earlier key; `places` begin with the mapping's own."""
    at = 1
    for earlier, value in mapping.items():
        if earlier == key:
            break
        at += 1 + size(value)
    return unpack(places[min(at, len(places) - 1)])[0]


def trouble_with(key: str, style: str) -> Text | None:
    """Why a key is refused; None when it is a good one."""
    if not key:
        return _EMPTY
    if key == "<<":
        return _MERGE
    if not (key.isascii() and key.isprintable()):
        return _NOT_ASCII
    if key != key.strip():
        return _SPACED
    is_text = style != "" or key[0] not in HEADS or (plain(key) == key and not key[0].isdigit())
    return None if is_text else _NOT_TEXT


def _duplicate(key: str, line: int) -> Text:
    return Text(f"鍵 {key} 在第 {line} 行已經有了：請只留一個", f"the key {key} is already on line {line}: keep one")
