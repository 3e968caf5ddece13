"""Where pages stand, and how one leads to another without knowing where the site is."""

from __future__ import annotations

INDEX = "index.html"

SECTIONS = (
    ("overview", INDEX),
    ("register", "register.html"),
    ("obligations", "obligations.html"),
    ("matrix", "matrix.html"),
    ("changes", "changes.html"),
    ("due", "due.html"),
    ("concentration", "concentration.html"),
    ("waivers", "waivers.html"),
    ("trail", "trail.html"),
    ("past", "past.html"),
    ("verify", "verify.html"),
    ("fields", "fields.html"),
    ("export", "export.html"),
)
"""The pages that stand in the navigation, by what they are called in the strings."""


def record(id: str) -> str:
    """The page of a supplier or an engagement."""
    return f"engagements/{id}.html" if "/" in id else f"suppliers/{id}.html"


def obligation(id: str) -> str:
    return f"obligations/{id}.html"


def past(day: str) -> str:
    return f"past/{day}.html"


def up_from(path: str) -> str:
    """The way from a page to the top of its language, to put before what `record` and the like give."""
    return "../" * path.count("/")


def twin(path: str, lang: str) -> str:
    """The same page in the other language, from where a page stands: English lies under `en/`."""
    return f"{up_from(path)}{'../' if lang == 'en' else 'en/'}{path}"
