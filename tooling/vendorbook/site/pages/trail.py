"""The trail: what is proved of every merge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vendorbook.site.rendering import Page, Rendering
from vendorbook.trail.judged import Judged


def pages(of: Rendering) -> Iterator[Page]:
    trail = of.site.trail
    rows = [_row(step, of) for step in reversed(trail.steps)] if trail else []
    yield of.page("trail.html", "trail", of.say("nav.trail"), trail=trail, rows=rows)


def _row(step: Judged, of: Rendering) -> dict[str, Any]:
    person = of.site.audience.person
    hidden = not of.site.audience.sees_all
    authors = ["…" if hidden and each.startswith("<") else person(each) for each in step.authors]
    return {"step": step, "authors": authors, "approved": [person(each) for each in step.approved_by]}
