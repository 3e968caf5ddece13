"""Texts that a spreadsheet might take for a formula where a file says of no cell what it is, as CSV does not."""

from __future__ import annotations

import re

_RISKY = re.compile(r"\s*[=+\-@＝＋－＠−']|\s")
"""What may begin a formula, after spaces of any kind (U+3000 too), and what spreadsheets skip at the beginning."""


def guarded(text: str) -> str:
    """The text with an apostrophe before it, if it might be taken for a formula or begins with an apostrophe itself."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`; one that was never guarded stays as it is, but for `'=…` and the like."""
    return text[1:] if text.startswith("'") and _RISKY.match(text[1:]) else text
