"""Bytes to text: UTF-8 without a byte order mark, and not too much of it."""

from __future__ import annotations

from vendorbook.model import Text
from vendorbook.yaml_source import limits
from vendorbook.yaml_source.refusals import Refusals

_UTF_8_BOM = b"\xef\xbb\xbf"
_WIDE_STARTS = (b"\xff\xfe", b"\xfe\xff", b"\x00")

_TOO_BIG = Text(
    f"檔案超過 {limits.BYTES // 1024} KiB：請把大量內容移到 evidence/ 再引用",
    f"the file is over {limits.BYTES // 1024} KiB: move bulky content to evidence/ and refer to it",
)
_BOM = Text(
    "檔案以位元組順序記號（BOM）開頭：請存為不含 BOM 的 UTF-8",
    "the file starts with a byte order mark: save it as UTF-8 without BOM",
)
_WIDE = Text("檔案看來是 UTF-16 或 UTF-32：請存為 UTF-8", "the file looks like UTF-16 or UTF-32: save it as UTF-8")
_BIG5 = Text(
    "從這裡起不是 UTF-8，看來是 Big5：請轉存為 UTF-8",
    "not UTF-8 from here on; it reads as Big5: save the file as UTF-8",
)
_SURROGATE = Text(
    "這裡是落單的代理字元（surrogate），不是文字：請重新輸入這個字",
    "a lone surrogate is not text: type the character again",
)
_NOT_UTF_8 = Text("從這裡起不是 UTF-8：請把檔案存為 UTF-8", "not UTF-8 from here on: save the file as UTF-8")


def decode(data: bytes, refusals: Refusals) -> str:
    """The text of a file, without the byte order mark that was refused."""
    if len(data) > limits.BYTES:
        refusals.stop(*_end_of(data[: limits.BYTES]), _TOO_BIG)
    if data.startswith(_UTF_8_BOM):
        refusals.add(1, 1, _BOM)
        data = data[len(_UTF_8_BOM) :]
    elif data.startswith(_WIDE_STARTS) or data[1:2] == b"\x00":
        refusals.stop(1, 1, _WIDE)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        refusals.stop(*_end_of(data[: error.start]), _undecodable(data, error.start))


def _end_of(before: bytes) -> tuple[int, int]:
    """The line and column at which the text that follows these bytes begins."""
    last_line = before[before.rfind(b"\n") + 1 :]
    return before.count(b"\n") + 1, len(last_line.decode(errors="ignore")) + 1


def _undecodable(data: bytes, start: int) -> Text:
    if data[start] == 0xED and data[start + 1 : start + 2] >= b"\xa0":
        return _SURROGATE
    try:
        data.decode("big5hkscs")
    except UnicodeDecodeError:
        return _NOT_UTF_8
    return _BIG5
