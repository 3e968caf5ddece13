"""What a command goes by where its user says nothing."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime

from vendorbook.model import LANGUAGES, TAIPEI


def today() -> date:
    """The day in Taipei, whatever the machine's own time zone."""
    return datetime.now(TAIPEI).date()


def language() -> str:
    """The language asked for by VENDORBOOK_LANG; Traditional Chinese when nothing is."""
    asked = os.environ.get("VENDORBOOK_LANG", "")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def default_format() -> str:
    """Annotations where GitHub runs us; otherwise text, one line a finding when nobody is looking."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "text" if sys.stdout.isatty() else "one_line"


def wants_colour(choice: str) -> bool:
    """`auto` is yes on a terminal, unless NO_COLOR is set."""
    if choice == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return choice == "always"
