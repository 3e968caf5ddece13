"""Texts in double quotes: read as they stand, with every separator, space and line break in them."""

from __future__ import annotations

import re
import unicodedata

from vendorbook.yaml_source.characters import trouble_in

QUOTED = r'"(?:[^"]|"")*"'
_WHOLE = re.compile(QUOTED)


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def unquoted(text: str) -> str | None:
    """What stands in the quotes; None where the text is not one in quotes."""
    return seen(text[1:-1].replace('""', '"')) if _WHOLE.fullmatch(text) else None


def seen(text: str) -> str:
    """Without what nobody can see, which would be refused in a record."""
    whole = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(each for each in whole if each in "\n\t" or trouble_in(each) is None)


def clean(text: str) -> str:
    """As `seen`, and on one line."""
    return " ".join(seen(text).split())
