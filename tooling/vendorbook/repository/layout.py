"""Which paths a register has (design, section 1), as one pattern that decides at once for nearly all."""

from __future__ import annotations

import re

MAX_FOLDERS = 4
"""No file of a register has more folders above it: vendors/<supplier>/<engagement>/journal/."""

RESERVED = r"(?:aux|con|nul|prn|com[0-9]|lpt[0-9]|conin\$|conout\$)(?=[./]|$)"
"""Names that Windows keeps for its devices, whatever their extension."""

KEBAB = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_FOLDER = rf"(?!(?:journal|evidence)/){KEBAB}"
_DAY = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_DOCUMENT = r"[a-z0-9]+(?:[._-][a-z0-9]+)*\.[a-z0-9]+"

_NONE_RESERVED = rf"(?!(?:[^/]*/)*{RESERVED})"
_NONE_TOO_LONG = r"(?=(?:[^/]{1,64}/)*[^/]{1,100}$)"

ALLOWED = re.compile(
    rf"{_NONE_RESERVED}{_NONE_TOO_LONG}(?:"
    rf"vendors/{KEBAB}/(?:supplier\.yaml|(?:{_FOLDER}/)?(?:journal/{_DAY}-{KEBAB}\.yaml|evidence/{_DOCUMENT}))"
    rf"|vendors/{KEBAB}/{_FOLDER}/engagement\.yaml"
    rf"|schemas/(?:{KEBAB}/){{0,2}}{KEBAB}(?:\.schema)?\.json"
    rf"|policies/(?:{KEBAB}/){{0,2}}{KEBAB}\.yaml)"
)
"""A full match is a file of a register. Only lower-case ASCII matches, so no two of these are case twins."""

FOLDER = re.compile(rf"(?!{RESERVED})(?=[^/]{{1,64}}$){KEBAB}")
"""A full match is a folder's name."""

_RECORDS_FOLDERS = ("journal", "evidence")


def record_of(path: str) -> str:
    """The record (`<supplier>` or `<supplier>/<engagement>`) that a path belongs to; the path where it is none's."""
    parts = path.split("/")
    if parts[0] != "vendors" or len(parts) < 2:
        return path
    return "/".join(parts[1:3] if _is_in_engagement(parts) else parts[1:2])


def folder_of(path: str) -> str:
    """`journal` or `evidence` where the path of a record's file lies in one, else nothing."""
    parts = path.split("/")
    depth = 3 if _is_in_engagement(parts) else 2
    is_in_one = parts[0] == "vendors" and len(parts) > depth + 1 and parts[depth] in _RECORDS_FOLDERS
    return parts[depth] if is_in_one else ""


def _is_in_engagement(parts: list[str]) -> bool:
    return len(parts) > 3 and parts[2] not in _RECORDS_FOLDERS
