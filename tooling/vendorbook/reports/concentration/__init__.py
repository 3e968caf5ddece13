"""How concentrated the outsourcing is, in the forms that people and programs read; a form is a module with `render`."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from vendorbook.judging.concentration import Concentration

__all__ = ["FORMS", "Render", "renderer"]

FORMS = ("text", "json", "markdown")


class Render(Protocol):
    """What every form offers: all of it as one text; `commit` is that of the register, where it has one."""

    def __call__(self, of: Concentration, commit: str | None, lang: str, *, color: bool = False) -> str: ...


def renderer(form: str) -> Render:
    """The `render` of a form, whose module is imported only when it is wanted."""
    return cast("Render", import_module(f"{__name__}.{form}").render)
