"""Tells at once of nearly every text that it holds no character that a reviewer cannot see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vendorbook.model import Text

if TYPE_CHECKING:
    from vendorbook.yaml_source.refusals import Refusals

MASK = "\ufffd"
"""Stands in for a refused character while the rest of the file is read."""

UNUSUAL = re.compile(
    r"[^\n -~\xb7\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2460-\u24ff"
    r"\u3000-\u3029\u3105-\u312f\u4e00-\u9fff\uff01-\uff5e]"
)
"""Any character but those that texts are made of. A text without one is in NFC and holds nothing refused."""


def look_through(text: str, refusals: Refusals) -> str:
    """Refuse what cannot be seen; give the text back with each such character masked."""
    unusual = set(UNUSUAL.findall(text))
    if not unusual:
        return text
    from vendorbook.yaml_source import odd_characters

    return odd_characters.look_through(text, unusual, refusals)


def trouble_in(value: str) -> Text | None:
    """What is wrong with a value that escapes have written; None when nothing is."""
    if UNUSUAL.search(value) is None:
        return None
    from vendorbook.yaml_source import odd_characters

    return odd_characters.trouble_in(value)
