"""A path as a reader may see it: what cannot be printed is written out, and nothing is endless."""

from __future__ import annotations

_LONGEST = 240


def shown(path: str) -> str:
    """The path with bytes that are no UTF-8, control and invisible characters written as escapes."""
    if path.isascii() and path.isprintable() and "\\" not in path and len(path) <= _LONGEST:
        return path
    text = "".join(_said(character) for character in path[: _LONGEST + 1])
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _said(character: str) -> str:
    if character == "\\":
        return "\\\\"
    if character.isprintable():
        return character
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{{{code:x}}}"
