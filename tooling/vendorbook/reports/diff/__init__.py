"""A change in words, in the forms that people and programs read; a form is a module with `render`."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from vendorbook.reports.diff.account import Account

__all__ = ["FORMS", "Account", "Render", "renderer"]

FORMS = ("text", "markdown", "json")


class Render(Protocol):
    """What every form offers: all of it as one text."""

    def __call__(self, of: Account, lang: str, *, color: bool = False) -> str: ...


def renderer(form: str) -> Render:
    """The `render` of a form, whose module is imported only when it is wanted."""
    return cast("Render", import_module(f"{__name__}.{form}").render)
