"""The matrix: every record on every obligation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from vendorbook.site.inert import inert
from vendorbook.site.points import by_article
from vendorbook.site.rendering import Page, Rendering
from vendorbook.site.standing import FAILS, ICONS, STATES, worst


def pages(of: Rendering) -> Iterator[Page]:
    cells = {
        state: Markup('<td class="mid st-{}"><i aria-hidden="true">{}</i><span class="vh">{}</span></td>').format(
            state, ICONS[state], inert(of.say(f"state.{state}"))
        )
        for state in STATES
    }
    articles = by_article(of.site.book)
    yield of.page(
        "matrix.html",
        "matrix",
        of.say("nav.matrix"),
        states=STATES,
        articles=list(articles),
        obligations=list(of.site.book.obligations),
        rows=[_row(record, articles, cells, of) for record in of.site.verdict.records],
    )


def _row(record: str, articles: dict[str, list[str]], cells: dict[str, Markup], of: Rendering) -> dict[str, Any]:
    states = {name: of.site.standings.of(record, name).state for name in of.site.book.obligations}
    told = []
    for article, names in articles.items():
        of_article = [states[name] for name in names]
        told.append((article, worst(of_article), of_article.count(FAILS)))
    return {"id": record, "articles": told, "cells": Markup("").join(cells[state] for state in states.values())}
