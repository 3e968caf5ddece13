"""What hooks, editors and CI type all day, understood without click: to import that takes longer than to judge a file.

Only `check` with files and with options that stand each as `--name value`. Of all else nothing is understood here,
and click is asked; what is understood means the same to both (tests/cli/test_plain.py).
"""

from __future__ import annotations

import os
from types import MappingProxyType

from vendorbook.cli.checking import Asked
from vendorbook.cli.unsaid import language
from vendorbook.model import LANGUAGES, as_date
from vendorbook.reports import FORMATS

_KNOWN = MappingProxyType(
    {"--as-of": lambda day: as_date(day) is not None, "--format": FORMATS.__contains__, "--lang": LANGUAGES.__contains__}
)
"""The options, and whether a value is one of theirs."""


def understood(arguments: list[str]) -> Asked | None:
    """What is asked for; None where click is to be asked."""
    if arguments[:1] != ["check"] or "_VENDORBOOK_COMPLETE" in os.environ:
        return None
    paths, options = [], {}
    rest = iter(arguments[1:])
    for word in rest:
        if word in _KNOWN and _KNOWN[word](value := next(rest, "")):
            options[word] = value
        elif word.startswith("-") or word in _KNOWN:
            return None
        else:
            paths.append(word)
    day, form = options.get("--as-of"), options.get("--format")
    return Asked(tuple(paths), as_date(day) if day else None, form=form, lang=options.get("--lang", language()))
