"""The pages, a module for each kind: `pages(of)` gives those of one language."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.site.pages import (
    changes,
    concentration,
    due,
    engagement,
    export,
    fields,
    matrix,
    obligations,
    overview,
    past,
    register,
    supplier,
    trail,
    verify,
    waivers,
)
from vendorbook.site.rendering import Page, Rendering

_KINDS = (
    overview,
    register,
    supplier,
    engagement,
    obligations,
    matrix,
    changes,
    due,
    concentration,
    waivers,
    trail,
    past,
    verify,
    fields,
    export,
)


def pages(of: Rendering) -> Iterator[Page]:
    """All pages of one language."""
    for kind in _KINDS:
        yield from kind.pages(of)
