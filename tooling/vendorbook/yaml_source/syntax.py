"""What libyaml could not parse, said so that it can be mended."""

from __future__ import annotations

import re
from typing import NoReturn

from vendorbook.model import Text
from vendorbook.yaml_source.events import YAMLError, stumble
from vendorbook.yaml_source.messages import DIRECTIVE, SECOND_DOCUMENT, TAG, TOO_DEEP
from vendorbook.yaml_source.refusals import Refusals

_INDENT = Text(
    "縮排或結構在這裡斷了：請對齊同一層的鍵，並檢查上一行",
    "the indentation or structure breaks here: align the keys of one level, and look at the line above",
)
_COLON = Text("這一行缺少「: 」（冒號後要有空格）", "this line lacks a `: ` (a colon and a space)")
_INNER_COLON = Text(
    "這裡不能再有「: 」：文字含冒號請加引號，或檢查縮排",
    "a `: ` cannot stand here: quote a text that has a colon, or mend the indentation",
)
_UNCLOSED = Text("引號或括號沒有關閉：請補上", "a quote or bracket is never closed: close it")
_SEPARATOR = Text(
    "清單或對照表裡缺少逗號、值或括號",
    "a comma, a value or a closing bracket is missing in a list or mapping",
)
_START = Text("文字不能以這個字元開頭：請加引號", "a text cannot begin with this character: quote it")
_ESCAPE = Text(
    "雙引號內沒有這種跳脫寫法：請改用單引號，或直接寫出文字",
    "no such escape in double quotes: use single quotes, or write the text itself",
)
_NAME = Text("& 或 * 後沒有名稱：文字請加引號", "& or * has no name after it: quote it if it is text")
_BLOCK = Text(
    "| 或 > 的寫法不正確：其後只能有 - 或 +，再換行",
    "| or > is miswritten: only - or + may follow it on the line",
)
_OTHER = Text(
    "這裡不是正確的 YAML：請檢查這一行與上一行", "this is not valid YAML: look at this line and the one above"
)

_FULL_WIDTH = Text(
    "鍵後的冒號是全形：請改用半形「: 」（後有空格）", "the colon after this key is full-width: write `: `"
)
_KEY_AND_FULL_WIDTH_COLON = re.compile(r"[ -]*[!-~]+：")

_BY_WORDS = (
    ("nesting depth", TOO_DEEP),  # libyaml's own limit, where it looks ahead further than ours goes
    ("could not find expected ':'", _COLON),
    ("mapping values are not allowed", _INNER_COLON),
    ("found unexpected end of stream", _UNCLOSED),
    ("found unexpected document indicator", _UNCLOSED),
    ("did not find expected ','", _SEPARATOR),
    ("node content", _SEPARATOR),
    ("cannot start any token", _START),
    ("escape", _ESCAPE),
    ("hexdecimal", _ESCAPE),
    ("directive", DIRECTIVE),
    ("incompatible YAML document", DIRECTIVE),
    ("version number", DIRECTIVE),
    ("<document start>", SECOND_DOCUMENT),
    ("tag", TAG),
    ("'!'", TAG),
    ("'>'", TAG),
    ("URI", TAG),
    ("alphabetic or numeric", _NAME),
    ("indentation indicator", _BLOCK),
    ("comment or line break", _BLOCK),
    ("did not find expected", _INDENT),
    ("not allowed in this context", _INDENT),
)

_LOOK_WHERE_IT_BEGAN = (
    "could not find expected ':'",
    "unexpected end of stream",
    "indicator",
    "directive",
    "alphabetic",
)


def refuse(error: YAMLError, text: str, refusals: Refusals) -> NoReturn:
    """Refuse the rest of a text that libyaml stumbled over."""
    problem, at, began = stumble(error)
    if began is not None and any(words in problem for words in _LOOK_WHERE_IT_BEGAN):
        at = began
    line, column = (at.line + 1, at.column + 1) if at else (1, 1)
    if slip := _full_width_colon(text, line):
        refusals.stop(*slip, _FULL_WIDTH)
    refusals.stop(line, column, next((message for words, message in _BY_WORDS if words in problem), _OTHER))


def _full_width_colon(text: str, line: int) -> tuple[int, int] | None:
    """Where a full-width colon follows a key on the line or the one above: libyaml stumbles only later."""
    lines = text.split("\n")
    for number in (line, line - 1):
        slip = _KEY_AND_FULL_WIDTH_COLON.match(lines[number - 1]) if 0 < number <= len(lines) else None
        if slip:
            return number, slip.end()
    return None
