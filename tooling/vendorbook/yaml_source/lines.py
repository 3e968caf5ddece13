"""Lines that git leaves where two changes collide."""

from __future__ import annotations

import re

from vendorbook.model import Text
from vendorbook.yaml_source.counting import placed
from vendorbook.yaml_source.refusals import Refusals

_SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||", "=======")
_MARKER = re.compile(r"^ *(?:<{7}|>{7}|\|{7})(?=[ \n]|\Z)|^={7}$", re.MULTILINE)
_MESSAGE = Text(
    "合併衝突的標記還留著：請選定內容並刪除標記",
    "a merge conflict was left unsolved: choose what is right and delete the marker",
)


def look_for_conflicts(text: str, refusals: Refusals) -> None:
    """Refuse conflict markers, also inside a block of text; the file means nothing while they stand."""
    if not any(sign in text for sign in _SIGNS):
        return
    found = list(placed(text, _MARKER.finditer(text)))
    for line, column, match in found:
        refusals.add(line, column + match.group().count(" "), _MESSAGE)
    if found:
        raise refusals.unreadable()
