"""Days as they are shown: ISO, with the year of the Republic beside it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from markupsafe import Markup

_FIRST = 1911


def roc(when: date, lang: str) -> str:
    """The year of the Republic, as offices here count."""
    year = when.year - _FIRST
    return f"ROC {year}" if lang == "en" else f"民國{year}年"


@lru_cache(maxsize=1 << 15)
def day(when: date, lang: str) -> Markup:
    """A day for the eye and for programs."""
    iso = when.isoformat()
    return Markup(f'<time datetime="{iso}">{iso} <small class="roc">{roc(when, lang)}</small></time>')


def short_day(when: date | None) -> Markup:
    """A day for a cell of a table."""
    return Markup('<time datetime="{}">{}</time>').format(when.isoformat(), when.isoformat()) if when else Markup("–")
