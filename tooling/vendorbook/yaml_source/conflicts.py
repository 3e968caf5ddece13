"""Lines that git leaves where two changes collide."""

from __future__ import annotations

import re

from vendorbook.model import Text
from vendorbook.yaml_source.refusals import Refusals

_SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||", "=======")
_MARKER = re.compile(r"^(?:[ ]*(?:<{7}|>{7}|\|{7})(?=[ \n]|\Z)|={7}$)", re.MULTILINE)
_MESSAGE = Text(
    "合併衝突的標記還留著：請選定內容並刪除標記",
    "a merge conflict was left unsolved: choose what is right and delete the marker",
)


def look_for_conflicts(text: str, refusals: Refusals) -> None:
    """Refuse conflict markers, also inside a block of text; the file means nothing while they stand."""
    if not any(sign in text for sign in _SIGNS):
        return
    matches = list(_MARKER.finditer(text))
    for match in matches:
        sign = match.end() - 7
        line_start = text.rfind("\n", 0, sign) + 1
        refusals.add(text.count("\n", 0, sign) + 1, sign - line_start + 1, _MESSAGE)
    if matches:
        raise refusals.unreadable()
