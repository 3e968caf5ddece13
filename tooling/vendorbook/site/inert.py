"""Text from records made inert for HTML: it is shown exactly, and can do nothing.

It is put in NFC; controls, bidirectional marks and what nobody can see are dropped; every ASCII punctuation mark
becomes a numeric entity, so that neither HTML, Markdown, attribute lists, snippets nor Jinja finds anything to act on.
"""

from __future__ import annotations

import string
from functools import lru_cache
from unicodedata import normalize

from markupsafe import Markup

from vendorbook.yaml_source.character_kinds import REFUSED
from vendorbook.yaml_source.characters import UNUSUAL

_ENTITIES = str.maketrans({mark: f"&#{ord(mark)};" for mark in string.punctuation + "\n"})
_KEPT = frozenset("\n\t\u00a0\u2009")
_IN_TITLES = str.maketrans(dict.fromkeys("<>&\"'`{}[]$\\|*_#!=", " "))


@lru_cache(maxsize=1 << 17)
def inert(text: str) -> Markup:
    """The text for an element's content or an attribute's value in quotes."""
    return Markup(clean(text).translate(_ENTITIES))


def clean(text: str) -> str:
    """The text in NFC, without what cannot be seen or changes the order of what can."""
    if not UNUSUAL.search(text):
        return text
    return REFUSED.sub(lambda match: match[0] if match[0] in _KEPT else "", normalize("NFC", text))


def isolated(text: str) -> Markup:
    """The text for an element's content, kept from changing the direction of what stands beside it."""
    return Markup(f"<bdi>{inert(text)}</bdi>")


def for_title(text: str) -> str:
    """The text for a page's `<title>`, which the theme prints as it is: without any mark that HTML acts on."""
    return " ".join(clean(text).translate(_IN_TITLES).split())
