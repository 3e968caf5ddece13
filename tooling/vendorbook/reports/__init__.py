"""Findings in the forms that people and programs read; a form is a module of this package with `render`."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from vendorbook.reports.report import Report

__all__ = ["FORMATS", "Render", "Report", "renderer"]

FORMATS = ("text", "one_line", "json", "sarif", "junit", "github", "gitlab", "markdown")


class Render(Protocol):
    """What every form offers: the whole report as one text, in a language, coloured if that is wanted."""

    def __call__(self, report: Report, lang: str, *, color: bool = False) -> str: ...


def renderer(form: str) -> Render:
    """The `render` of a form, whose module is imported only when it is wanted."""
    return cast("Render", import_module(f"{__name__}.{form}").render)
