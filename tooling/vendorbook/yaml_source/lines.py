"""Lines that betray an accident: a merge left half done, a file cut off, spaces where nothing is."""

from __future__ import annotations

import re

from vendorbook.model import Text
from vendorbook.yaml_source.counting import placed
from vendorbook.yaml_source.refusals import Refusals

_MARKER = r"^ *(?:<{7}|>{7}|\|{7})(?=[ \n]|\Z)|^={7}$"
_BLANK = r"^ +$"

_CONFLICT = Text(
    "合併衝突的標記還留著：請選定內容並刪除標記",
    "a merge conflict was left unsolved: choose what is right and delete the marker",
)
_SPACES_ONLY = Text("這一行只有空格：請留空行", "this line is spaces only: leave it empty")
_CUT_OFF = Text(
    "最後一行沒有換行，檔案可能不完整：請確認內容並補上換行",
    "the last line has no newline, so the file may be cut off: look, and end it with one",
)


def look_at_lines(text: str, refusals: Refusals) -> None:
    """Refuse such lines; while a conflict stands, also inside a block of text, the file means nothing."""
    if "<<<<<<<" in text or ">>>>>>>" in text or "|||||||" in text or "=======" in text:
        _refuse_conflicts(text, refusals)
    if " \n" in text:
        for line, column, _ in placed(text, re.finditer(_BLANK, text, re.MULTILINE)):
            refusals.add(line, column, _SPACES_ONLY)
    if text and not text.endswith("\n"):
        refusals.add(text.count("\n") + 1, len(text) - text.rfind("\n"), _CUT_OFF)


def _refuse_conflicts(text: str, refusals: Refusals) -> None:
    found = list(placed(text, re.finditer(_MARKER, text, re.MULTILINE)))
    for line, column, match in found:
        refusals.add(line, column + match.group().count(" "), _CONFLICT)
    if found:
        raise refusals.unreadable()
