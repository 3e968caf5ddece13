"""How the register stood on earlier days: a page a day, and how to have any other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vendorbook.site import charts
from vendorbook.site.pages.changed import shown
from vendorbook.site.paths import past
from vendorbook.site.points import Point
from vendorbook.site.rendering import Page, Rendering

_MOST_COMMITS = 500


def pages(of: Rendering) -> Iterator[Page]:
    lines = [shown(change._replace(records=()), of) for change in of.site.changes[:_MOST_COMMITS]]
    yield of.page("past.html", "past", of.say("nav.past"), points=of.site.points, lines=lines)
    for point in of.site.points:
        title = of.say("past.day", day=point.day)
        articles = [_article(name, counts, of) for name, counts in point.articles.items()]
        yield of.page(past(point.day), "past-day", title, point=point, articles=articles, rows=_rows(point, of))


def _article(name: str, counts: tuple[int, int, int], of: Rendering) -> dict[str, Any]:
    held, other, failed = counts
    told = [(state, count) for state, count in (("holds", held), ("waived", other), ("fails", failed)) if count]
    said = ", ".join(f"{of.say('state.' + state)} {count}" for state, count in told) or "–"
    return {"article": name, "bar": charts.stacked(told, said), "held": held, "total": held + other + failed}


def _rows(point: Point, of: Rendering) -> list[dict[str, Any]]:
    rows = []
    for each in point.rows:
        said = of.site.words.choice("engagement", ("status",), each.status)
        names = (each.supplier_name.get(of.lang), each.title.get(of.lang))
        supplier, title = names[0] or each.id.partition("/")[0], names[1] or each.id
        rows.append(
            {
                **each._asdict(),
                "supplier": supplier,
                "title": title,
                "status": said.in_(of.lang) if said else each.status,
            }
        )
    return rows
