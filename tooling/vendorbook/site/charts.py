"""Pictures that stand in print too: SVG whose colours come from classes, and whose widths are percents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from math import log10, pi
from typing import NamedTuple

from markupsafe import Markup

_RADIUS = 42.0
_STEPS = 5


class Bar(NamedTuple):
    """A part of a row: from where, how wide (percent), its class, and what a reader is told of it."""

    start: float
    width: float
    cls: str
    said: str


def bar(parts: Sequence[Bar], said: str) -> Markup:
    """A row that fills its place."""
    rects = Markup("").join(
        Markup('<rect x="{}%" y="0" width="{}%" height="100%" class="{}"><title>{}</title></rect>').format(
            _n(part.start), _n(part.width), part.cls, part.said
        )
        for part in parts
        if part.width > 0
    )
    return Markup('<svg class="vb-bar" role="img" aria-label="{}">{}</svg>').format(said, rects)


def stacked(counts: Sequence[tuple[str, int]], said: str) -> Markup:
    """Counts, each with its class, as parts of one row."""
    total = sum(count for _, count in counts) or 1
    parts, at = [], 0.0
    for cls, count in counts:
        width = 100 * count / total
        parts.append(Bar(at, width, f"c-{cls}", str(count)))
        at += width
    return bar(parts, said)


def donut(counts: Sequence[tuple[str, int]], middle: str, below: str, said: str) -> Markup:
    """A ring of counts, each with its class, and a figure within."""
    total, around = sum(count for _, count in counts) or 1, 2 * pi * _RADIUS
    arcs, at = [], 0.0
    for cls, count in counts:
        length = around * count / total
        arcs.append(
            Markup(
                '<circle cx="60" cy="60" r="42" class="arc c-{}" stroke-dasharray="{} {}" stroke-dashoffset="{}"/>'
            ).format(cls, _n(length), _n(around - length), _n(-at))
        )
        at += length
    return Markup(
        '<svg class="vb-donut" viewBox="0 0 120 120" role="img" aria-label="{}"><g transform="rotate(-90 60 60)">{}</g>'
        '<text x="60" y="62" class="big">{}</text><text x="60" y="76" class="small">{}</text></svg>'
    ).format(said, Markup("").join(arcs), middle, below)


def columns(values: Sequence[tuple[str, int]], said: str) -> Markup:
    """A column a value, named below every so often."""
    most, width = max((value for _, value in values), default=1) or 1, 100 / max(len(values), 1)
    every = max(1, len(values) // 8)
    parts = []
    for index, (name, value) in enumerate(values):
        height = 84 * value / most
        parts.append(
            Markup('<rect x="{}%" y="{}" width="{}%" height="{}" class="c-bar"><title>{} · {}</title></rect>').format(
                _n(index * width + width * 0.12), _n(88 - height), _n(width * 0.76), _n(height), name, value
            )
        )
        if index % every == 0:
            parts.append(
                Markup('<text x="{}%" y="104" class="tick">{}</text>').format(_n(index * width + width * 0.12), name)
            )
    return Markup('<svg class="vb-columns" height="110" width="100%" role="img" aria-label="{}">{}</svg>').format(
        said, Markup("").join(parts)
    )


def lines(values: Sequence[tuple[str, float]], low: float, high: float, said: str) -> Markup:
    """A line through values (x by their order), with a dot at each."""
    if not values:
        return Markup("")
    step, span = 100 / max(len(values) - 1, 1), (high - low) or 1
    spots = [(index * step, 88 - 80 * (value - low) / span) for index, (_, value) in enumerate(values)]
    drawn = [
        Markup('<line x1="{}%" y1="{}" x2="{}%" y2="{}" class="c-line"/>').format(_n(x1), _n(y1), _n(x2), _n(y2))
        for (x1, y1), (x2, y2) in pairwise(spots)
    ]
    dots = [
        Markup('<circle cx="{}%" cy="{}" r="3" class="c-dot"><title>{} · {}</title></circle>').format(
            _n(x), _n(y), name, _n(value)
        )
        for (x, y), (name, value) in zip(spots, values, strict=True)
    ]
    grid = [Markup('<line x1="0%" x2="100%" y1="{}" y2="{}" class="c-grid"/>').format(y, y) for y in (8, 48, 88)]
    return Markup('<svg class="vb-lines" height="96" width="100%" role="img" aria-label="{}">{}</svg>').format(
        said, Markup("").join([*grid, *drawn, *dots])
    )


def spans(
    rows: Sequence[tuple[date | None, date | None]], today: date, called: Callable[[int], str]
) -> tuple[list[Markup], Markup]:
    """A row for each stretch of days, all on one scale with today on it; and the scale with its years."""
    known = [each for row in rows for each in row if each] + [today]
    first, last = date(min(known).year, 1, 1), date(min(max(known).year + 1, 9999), 1, 1)
    whole = max((last - first).days, 1)

    def place(when: date) -> float:
        return 100 * (when - first).days / whole

    drawn = []
    for start, end in rows:
        left, right = place(start or first), place(end or last)
        mark = Bar(place(today), 0.25, "c-today", today.isoformat())
        said = f"{start or '…'} – {end or '…'}"
        drawn.append(bar([Bar(left, max(right - left, 0.5), "c-bar", said), mark], said))
    return drawn, _axis([(called(year), place(date(year, 1, 1))) for year in range(first.year, last.year)])


def scale(whole: float, called: Callable[[float], str]) -> Markup:
    """What rows that fill their place stand for, in round steps."""
    size = 10 ** int(log10(whole / 2)) if whole >= 2 else 1
    step = next(size * times for times in (1, 2, 5, 10) if whole / (size * times) <= _STEPS)
    return _axis([(called(step * at), 100 * step * at / whole) for at in range(int(0.9 * whole / step) + 1)])


def _axis(places: Sequence[tuple[str, float]]) -> Markup:
    every = max(1, len(places) // 4)
    texts = [Markup('<text x="{}%" y="11">{}</text>').format(_n(at), name) for name, at in places[::every]]
    return Markup('<svg class="vb-axis" role="presentation">{}</svg>').format(Markup("").join(texts))


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
