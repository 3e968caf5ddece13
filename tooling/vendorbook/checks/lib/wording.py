"""Words for messages, in both languages at once."""

from __future__ import annotations

from collections.abc import Iterable

from vendorbook.model import Text


def listed(parts: Iterable[Text | str]) -> Text:
    """Several things in a row: with 、 in Chinese, with commas in English."""
    said = [Text(part, part) if isinstance(part, str) else part for part in parts]
    return Text("、".join(part.zh_tw for part in said), ", ".join(part.en for part in said))
