"""What can be taken away, and by which commands more of it is had."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from vendorbook.site.download_list import listed
from vendorbook.site.rendering import Page, Rendering

_FORMS = ("xlsx", "ods", "csv", "json", "ics", "parquet", "oscal", "pack")


def pages(of: Rendering) -> Iterator[Page]:
    at = f" --at {of.site.origin.commit}" if of.site.origin.commit else ""
    has_command = find_spec("vendorbook.exports") is not None
    told = [f"vendorbook export {form}{at} --as-of {of.site.day} --output register.{form}" for form in _FORMS]
    commands = told if has_command else []
    yield of.page("export.html", "export", of.say("nav.export"), files=listed(), commands=commands)
