"""The obligations: all of them as a table, a page for each, and the policies that check them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vendorbook.judging.coverage import Coverage
from vendorbook.site import charts
from vendorbook.site.paths import obligation
from vendorbook.site.points import article_of
from vendorbook.site.rendering import Page, Rendering
from vendorbook.site.standing import (
    AT_CHANGE,
    FAILS,
    HOLDS,
    LEGACY,
    NOT_APPLICABLE,
    REPLACED,
    STATES,
    UNJUDGED,
    WAIVED,
    Standing,
    worst,
)


def pages(of: Rendering) -> Iterator[Page]:
    rows = [_row(cover, of) for cover in of.site.coverage]
    yield of.page("obligations.html", "obligations", of.say("nav.obligations"), rows=rows)
    yield of.page("policies.html", "policies", of.say("nav.policies"), policies=list(of.site.book.policies.values()))
    for cover in of.site.coverage:
        yield _page(cover, of)


def standings(cover: Coverage, of: Rendering) -> list[tuple[str, Standing]]:
    """How each record stands on an obligation, the worst first; those that it does not apply to left out."""
    found = [(record, of.site.standings.of(record, cover.obligation)) for record in of.site.verdict.records]
    told = [each for each in found if each[1].state not in (NOT_APPLICABLE, REPLACED, AT_CHANGE)]
    return sorted(told, key=lambda each: (STATES.index(each[1].state), each[0]))


def _row(cover: Coverage, of: Rendering) -> dict[str, Any]:
    known = of.site.book.obligations[cover.obligation]
    return {
        "id": cover.obligation,
        "article": article_of(cover.obligation),
        "ref": known.ref,
        "title": known.title.in_(of.lang),
        "force": known.force,
        "kind": known.kind,
        "state": _state(cover, of),
        "applies": cover.applies,
        "holds": cover.holds,
        "fails": cover.fails,
        "bar": _bar(cover, of),
    }


def _state(cover: Coverage, of: Rendering) -> str:
    """The worst of all records."""
    return worst(of.site.standings.of(record, cover.obligation).state for record in of.site.verdict.records)


def _bar(cover: Coverage, of: Rendering) -> Any:
    counts = [(HOLDS, cover.holds), (WAIVED, cover.waived), (LEGACY, cover.legacy), (UNJUDGED, 0), (FAILS, cover.fails)]
    told = [(state, count) for state, count in counts if count]
    return charts.stacked(told, ", ".join(f"{of.say('state.' + state)} {count}" for state, count in told) or "–")


def _page(cover: Coverage, of: Rendering) -> Page:
    known = of.site.book.obligations[cover.obligation]
    rows = [
        {"record": record, "state": each.state, "findings": each.findings, "upcoming": each.upcoming}
        for record, each in standings(cover, of)
    ]
    other = known.title.zh_tw if of.lang == "en" else known.title.en
    return of.page(
        obligation(cover.obligation),
        "obligation",
        f"{cover.obligation} {known.title.in_(of.lang)}",
        one=known,
        other_title=other,
        state=_state(cover, of),
        cover=cover,
        home=cover.home_standard,
        bar=_bar(cover, of),
        policies=[of.site.book.policies[name] for name in cover.policies],
        rows=rows,
    )
