"""How much hangs on whom: by supplier group, core systems, chains of subcontractors, and over time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from vendorbook.judging.concentration import Concentration, Measure
from vendorbook.judging.outsourcing import Outsourcing
from vendorbook.site import charts
from vendorbook.site.inert import clean
from vendorbook.site.money import SPEND, amount, short
from vendorbook.site.rendering import Page, Rendering

_MOST_BARS = 10
_MOST_LINKS = 60


def pages(of: Rendering) -> Iterator[Page]:
    found, whole = of.site.concentration, of.site.outsourcing
    context: dict[str, Any] = {"found": found, "measures": [], "core": [], "chain_rows": [], "hhi_rows": []}
    context |= {"chains": Markup(""), "hhi": Markup("")}
    if found and whole:
        context |= _told(found, whole, of)
    yield of.page("concentration.html", "concentration", of.say("nav.concentration"), **context)


def _told(found: Concentration, whole: Outsourcing, of: Rendering) -> dict[str, Any]:
    links = _links(whole, of)
    rows = [(point.day, [point.hhi.get(name) for name in found.measures]) for point in of.site.points]
    return {
        "measures": [_measure(name, each, found, of) for name, each in found.measures.items()],
        "core": _core(whole, of),
        "chain_rows": links,
        "chains": data("chart-chains", {"links": links[:_MOST_LINKS]}),
        "hhi_rows": rows,
        "hhi": data("chart-hhi", _series(found, rows, of)),
    }


def data(id: str, value: object) -> Markup:
    """Data for a chart: JSON in which nothing can end the element that it stands in."""
    text = json.dumps(value, ensure_ascii=True, sort_keys=True).replace("<", "\\u003c").replace("&", "\\u0026")
    return Markup('<script type="application/json" id="{}">{}</script>').format(id, Markup(text))


def _measure(name: str, measure: Measure, found: Concentration, of: Rendering) -> dict[str, Any]:
    shares = [
        (group.id, group.shares[name]) for group in found.groups if name in group.shares and group.shares[name].percent
    ]
    shares.sort(key=lambda each: (-each[1].percent, each[0]))
    said = _amounts(name, found, of)
    bars = []
    for group, share in shares[:_MOST_BARS]:
        tone = "c-above" if share.state == "above" else "c-accepted" if share.state == "accepted" else "c-bar"
        told = " · ".join(filter(None, (said(share.amount), f"{share.percent:.1f}%")))
        parts = [charts.Bar(0, share.percent, tone, told)]
        if measure.threshold:
            parts.append(charts.Bar(min(measure.threshold, 99.6), 0.4, "c-today", of.say("threshold")))
        svg = charts.bar(parts, told)
        bars.append(
            {"group": group, "percent": share.percent, "state": share.state, "svg": svg, "amount": said(share.amount)}
        )
    axis = charts.scale(measure.total, lambda value: short(value, of.lang)) if name == SPEND and measure.total else None
    return {"name": name, "hhi": measure.hhi, "threshold": measure.threshold, "bars": bars, "axis": axis}


def _amounts(name: str, found: Concentration, of: Rendering) -> Callable[[float], str]:
    """How a measure's amounts are told beside their percents; not at all where they are counts."""
    return lambda value: amount(round(value), found.currency, of.lang) if name == SPEND else ""


def _core(whole: Outsourcing, of: Rendering) -> list[dict[str, Any]]:
    """Each core system of the inventory, with the groups that it hangs on today."""
    systems = [id for id, node in of.site.book.systems.items() if node.plain("tier") == "core"]
    running = [row for row in whole.register.rows if row.in_force(of.site.day)]
    rows = []
    for id in systems:
        serving = [row for row in running if id in row.core_systems]
        groups = sorted({row.group for row in serving})
        names = [of.names.group(group) for group in groups]
        rows.append({"id": id, "groups": groups, "names": names, "engagements": sorted(row.id for row in serving)})
    return sorted(rows, key=lambda row: (len(row["groups"]) or 99, row["id"]))


def _links(whole: Outsourcing, of: Rendering) -> list[tuple[str, str, int]]:
    """Supplier groups, the subcontractors that they lean on, and for how many engagements."""
    groups = {row.id: row.group for row in whole.register.rows if row.in_force(of.site.day)}
    counts: Counter[tuple[str, str]] = Counter()
    names: dict[str, str] = {}
    for part in whole.parts:
        for link in part.links:
            if link.engagement in groups and link.in_force(of.site.day):
                counts[groups[link.engagement], whole.group_of(link.subcontractor)] += 1
                names.setdefault(whole.group_of(link.subcontractor), link.name)
    told = [(_name(one, of), _name(other, of, names), count) for (one, other), count in counts.items() if one != other]
    return sorted(told, key=lambda each: (-each[2], each[0], each[1]))


def _name(group: str, of: Rendering, names: Mapping[str, str] | None = None) -> str:
    """A sankey may have no circle: the two sides of the same name are kept apart by the reader of the data."""
    known = of.names.group(group)
    return clean((names or {}).get(group, "") or known if known == group else known)


def _series(found: Concentration, rows: list[tuple[str, list[float | None]]], of: Rendering) -> dict[str, Any]:
    now = [measure.hhi for measure in found.measures.values()]
    every = [*rows, (of.site.day.isoformat(), now)]
    rounded = [[None if value is None else round(value, 1) for value in values] for _, values in every]
    names = [of.say(f"measure.{name}") for name in found.measures]
    return {
        "x": [day for day, _ in every],
        "series": [{"name": name, "data": [values[index] for values in rounded]} for index, name in enumerate(names)],
    }
