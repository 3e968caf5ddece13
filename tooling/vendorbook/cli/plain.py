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

_CHOICES: MappingProxyType[str, tuple[str, ...]] = MappingProxyType({"--format": FORMATS, "--lang": LANGUAGES})
_OPTIONS = ("--as-of", *_CHOICES)


def understood(arguments: list[str]) -> Asked | None:
    """What is asked for; None where click is to be asked."""
    if arguments[:1] != ["check"] or "_VENDORBOOK_COMPLETE" in os.environ:
        return None
    paths: list[str] = []
    options: dict[str, str] = {}
    words = iter(arguments[1:])
    for word in words:
        if not word.startswith("-"):
            paths.append(word)
        elif word not in _OPTIONS or not _takes(word, value := next(words, "")):
            return None
        else:
            options[word] = value
    day = as_date(options.get("--as-of"))
    lang = options.get("--lang", language())
    return Asked(tuple(paths), day, form=options.get("--format"), lang=lang)


def _takes(option: str, value: str) -> bool:
    return value in _CHOICES[option] if option in _CHOICES else as_date(value) is not None
