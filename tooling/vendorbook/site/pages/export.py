"""What can be taken away, and by which commands more of it is had."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.site.download_list import listed
from vendorbook.site.rendering import Page, Rendering

_FORMS = ("xlsx", "ods", "csv", "json", "parquet", "oscal", "pack")


def pages(of: Rendering) -> Iterator[Page]:
    at = f" --at {of.site.origin.commit}" if of.site.origin.commit else ""
    commands = [f"vendorbook export {form}{at} --as-of {of.site.day} --output {_output(form)}" for form in _FORMS]
    yield of.page("export.html", "export", of.say("nav.export"), files=_files(of), commands=commands)


def _files(of: Rendering) -> list[tuple[str, str, str]]:
    """The way to each file from the top of its language, its name, and the key of what it holds."""
    handed, up = of.site.handed, "../" if of.site.asked.is_below(of.lang) else ""
    files = [(each.path, each.path, each.key) for each in handed.of(of.lang)]
    files += [(f"{up}{each.path}", each.path, each.key) for each in handed.shared]
    return files + [(path, path, key) for path, key in listed()]


def _output(form: str) -> str:
    return "pack.zip" if form == "pack" else f"register.{form}"
