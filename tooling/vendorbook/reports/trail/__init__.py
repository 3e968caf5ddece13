"""The trail in the forms that people and programs read; a form is a module with `render` and `render_life`."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from vendorbook.trail.life import Life
from vendorbook.trail.verdict import TrailVerdict

__all__ = ["FORMS", "Form", "form"]

FORMS = ("text", "json", "markdown")


class Form(Protocol):
    """What every form offers: the whole as one text, in a language, coloured if that is wanted."""

    def render(self, verdict: TrailVerdict, lang: str, *, color: bool = False) -> str:
        """What verifying came to."""

    def render_life(self, life: Life, lang: str, *, color: bool = False) -> str:
        """What happened to one engagement."""


def form(name: str) -> Form:
    """The module of a form, imported only when it is wanted."""
    return cast("Form", import_module(f"{__name__}.{name}"))
