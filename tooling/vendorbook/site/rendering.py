"""Pages from templates, in one language; whatever a template prints is inert unless it is made to be HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from vendorbook.model import Finding, Text
from vendorbook.site import paths
from vendorbook.site.dates import day, roc, short_day
from vendorbook.site.facts import Facts
from vendorbook.site.gathering import Site
from vendorbook.site.inert import inert, isolated
from vendorbook.site.money import money, number
from vendorbook.site.names import Names
from vendorbook.site.places import place, with_code
from vendorbook.site.standing import ICONS
from vendorbook.site.strings import say

_BLANK_LINES = re.compile(r"\n\s*\n+")


class Page(NamedTuple):
    """A page of one language: where it stands, what it is called, and what is in it."""

    path: str
    title: str
    body: str


class Rendering:
    """Renders pages of a site in one language."""

    def __init__(self, site: Site, lang: str) -> None:
        self.site = site
        self.lang = lang
        self.names = Names(site, lang)
        self.facts = Facts(site.words, site.audience, site.book.systems, lang)
        self._env = _environment(self)

    def say(self, key: str, **values: object) -> str:
        return say(key, self.lang, **values)

    def message_text(self, found: Finding) -> Text:
        """What a finding says to whom the pages are for."""
        return self.site.audience.message(found, self.site.book.policies.get(found.policy))

    def message(self, found: Finding) -> str:
        return self.message_text(found).in_(self.lang)

    def page(self, path: str, template: str, title: str, **context: Any) -> Page:
        """A page from a template; `to` leads to other pages from there."""
        to = _leads_from(path)
        body = self._env.get_template(f"{template}.html").render(
            path=path, title=title, to=to, kind=template, **context
        )
        return Page(path, title, _BLANK_LINES.sub("\n", body))


def _leads_from(path: str) -> Callable[[str], str]:
    up = paths.up_from(path)
    return lambda target: up + target


def _environment(of: Rendering) -> Environment:
    env = Environment(
        loader=PackageLoader("vendorbook.site"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalizer(of.lang),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    lang = of.lang
    env.filters |= {
        "bdi": lambda value: isolated(_plain(value, lang)),
        "day": lambda when: day(when, lang),
        "short_day": short_day,
        "place": lambda ref: place(ref, lang),
        "code": lambda text: with_code(_plain(text, lang)),
        "number": number,
        "percent": lambda value: f"{value:.1f}%",
    }
    env.globals |= {
        "site": of.site,
        "names": of.names,
        "facts": of.facts,
        "lang": lang,
        "t": of.say,
        "message": of.message,
        "icon": ICONS,
        "paths": paths,
        "roc": lambda when: roc(when, lang),
        "money": lambda amount, currency: money(amount, currency, lang),
        "twin": lambda path: paths.twin(path, lang),
        "has_twin": len(of.site.asked.languages) > 1,
    }
    return env


def _plain(value: object, lang: str) -> str:
    return value.in_(lang) if isinstance(value, Text) else str(value)


def _finalizer(lang: str) -> Callable[[object], object]:
    def finalize(value: object) -> object:
        kind = value.__class__
        if kind is Markup:
            return value
        if kind is str:
            return inert(value)
        if value is None:
            return ""
        return inert(value.isoformat() if isinstance(value, date) else _plain(value, lang))

    return finalize
