"""The overview: figures that lead to lists, how articles stand, what changed, what falls due, and how it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from vendorbook.site import charts
from vendorbook.site.pages.changed import shown
from vendorbook.site.pages.viewed import COUNTED, ring
from vendorbook.site.paths import INDEX, past
from vendorbook.site.points import Point, by_article
from vendorbook.site.rendering import Page, Rendering
from vendorbook.site.standing import HOLDS, is_open

_RECENT, _COMING = 10, 10
_SOON = 90


class Tile(NamedTuple):
    key: str
    value: str
    target: str
    tone: str


def pages(of: Rendering) -> Iterator[Page]:
    site = of.site
    states = _states(of)
    yield of.page(
        INDEX,
        "overview",
        of.say("nav.overview"),
        tiles=tiles(of),
        unjudged=site.verdict.unjudged,
        ring=ring(_totals(states), of),
        totals=_totals(states),
        articles=articles(of),
        changes=_recent(of),
        due=[item for item in site.due if not item.is_overdue or item.finding.waiver is None][:_COMING],
        trend=_trend(site.points, of) if site.points else None,
        questions=questions(of),
    )


def tiles(of: Rendering) -> list[Tile]:
    site, yes = of.site, of.say("core")
    running = [each for reading in site.readings for each in reading.engagements if each.status in ("active", "ending")]
    suppliers = {each.supplier.id for each in running}
    late = sum(item.is_overdue and item.finding.waiver is None for item in site.due)
    soon = sum(0 <= item.days <= _SOON for item in site.due)
    count = sum(map(is_open, site.verdict.findings))
    shares = site.concentration.measures.get("engagements") if site.concentration else None
    hhi = f"{shares.hhi:.0f}" if shares and shares.hhi is not None else "–"
    return [
        Tile("suppliers", str(len(suppliers)), "register.html", "plain"),
        Tile("engagements", str(len(running)), f"register.html#status={of.say('status.active')}", "plain"),
        Tile("core", str(sum(each.facts.core for each in running)), f"register.html#core={yes}", "plain"),
        Tile("open", str(count), f"register.html#state={of.say('state.fails')}", "bad" if count else "good"),
        Tile("overdue", str(late), f"due.html#when={of.say('due.overdue')}", "bad" if late else "good"),
        Tile("soon", str(soon), f"due.html#when={of.say('due.soon')}", "warn" if soon else "good"),
        Tile("hhi", hhi, "concentration.html", "plain"),
    ]


def _states(of: Rendering) -> Counter[str]:
    site = of.site
    return Counter(
        site.standings.of(record, name).state for record in site.verdict.records for name in site.book.obligations
    )


def _totals(states: Counter[str]) -> list[tuple[str, int]]:
    return [(state, states[state]) for state in COUNTED if states[state]]


def articles(of: Rendering) -> list[dict[str, Any]]:
    """A row an article: how many records on how many obligations stand how."""
    site, rows = of.site, []
    for article, names in by_article(site.book).items():
        states = Counter(site.standings.of(record, name).state for record in site.verdict.records for name in names)
        counts = _totals(states)
        total = sum(count for _, count in counts)
        said = ", ".join(f"{of.say('state.' + state)} {count}" for state, count in counts)
        percent = 100 * states[HOLDS] / total if total else None
        rows.append({"article": article, "counts": counts, "bar": charts.stacked(counts, said), "percent": percent})
    return rows


def _recent(of: Rendering) -> list[tuple[Any, list[Any]]]:
    listed = [shown(each, of) for each in of.site.changes[:_RECENT]]
    return [(day, list(each)) for day, each in groupby(listed, key=lambda change: change.day)]


def _trend(points: Sequence[Point], of: Rendering) -> dict[str, Any]:
    percents = [(point.day, point.percent) for point in points if point.percent is not None]
    low = max(0.0, min((value for _, value in percents), default=0.0) // 5 * 5 - 5)
    opened = [(point.day, float(point.open)) for point in points]
    most = max((value for _, value in opened), default=1.0) or 1.0
    return {
        "points": points[::-1],
        "low": f"{low:.0f}",
        "high": "100",
        "most": f"{most:.0f}",
        "percent": charts.lines(percents, low, 100.0, of.say("trend.percent")),
        "open": charts.lines(opened, 0.0, most, of.say("trend.open")),
    }


def questions(of: Rendering) -> list[tuple[str, str]]:
    """What auditors ask first, and where it is answered."""
    site = of.site
    half = next((each for each in reversed(site.points) if each.day[5:] in ("06-30", "12-31")), None)
    review = next((each for each in site.book.policies.values() if each.id == "access-reviewed-every-half-year"), None)
    reviews = f"due.html#when={of.say('due.overdue')}"
    if review:
        reviews += f"&what={review.title.in_(of.lang)}"
    first = next((each.id for reading in site.readings for each in reading.engagements if each.facts.core), "")
    yes, no = of.say("yes"), of.say("no")
    return [
        ("who", "register.html"),
        ("compliant", "matrix.html"),
        ("failing", f"obligations.html#state={of.say('state.fails')}"),
        ("scope", f"changes.html#reviewed={no}" if site.changes else "changes.html"),
        ("core", f"concentration.html#single={yes}"),
        ("reviews", reviews),
        ("past", past(half.day) if half else "past.html"),
        ("approved", f"{_record(first)}#article-6" if first else "register.html"),
        ("due", f"due.html#when={of.say('due.soon')}"),
        ("waivers", "waivers.html"),
        ("abroad", f"register.html#abroad={yes}"),
        ("prove", "verify.html"),
    ]


def _record(id: str) -> str:
    from vendorbook.site.paths import record

    return record(id)
