"""Colours of a terminal, where they are wanted."""

from __future__ import annotations

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "waived": "2",
    "standing": "2",
    "fine": "1;32",
    "strong": "1",
    "gutter": "34",
    "added": "32",
    "removed": "31",
    "changed": "33",
    "renamed": "33",
    "reordered": "33",
}


class Paint:
    """Wraps text in a colour, or leaves it as it is."""

    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted

    def __call__(self, what: str, text: str) -> str:
        return f"\x1b[{_CODES[what]}m{text}\x1b[0m" if self.wanted and text else text
