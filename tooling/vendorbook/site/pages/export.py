"""What can be taken away, and by which commands more of it is had."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.site.download_list import listed
from vendorbook.site.rendering import Page, Rendering

_FORMS = ("xlsx", "ods", "csv", "json", "ics", "parquet", "pack")


def pages(of: Rendering) -> Iterator[Page]:
    at = f" --at {of.site.origin.commit}" if of.site.origin.commit else ""
    commands = [f"vendorbook export {form}{at} --as-of {of.site.day}" for form in _FORMS]
    yield of.page("export.html", "export", of.say("nav.export"), files=listed(), commands=commands)
