"""What the reports for readers say, section by section, in one language; how it is set is each form's own matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vendorbook.checks.lib.concentration import BASES, shown
from vendorbook.judging.concentration import Concentration, Group, Share
from vendorbook.register import MarketShare
from vendorbook.reports.concentration import words

_MOST_LISTED = 10
_NONE = "–"

Row = tuple[str, ...]


class Line(NamedTuple):
    """A line below a table; `weight` is that of a finding, or empty."""

    said: str
    weight: str = ""


class Section(NamedTuple):
    """A table under a title, its first row the head, and lines below it."""

    title: str
    rows: Sequence[Row]
    lines: Sequence[Line]


def sections(of: Concentration, lang: str) -> list[Section]:
    """The shares, who leans on whom, the market, and how it was counted; nothing of these where nothing is in force."""
    if not of.groups:
        return []
    return [
        _shares(of, lang),
        _leaning(of, lang),
        _market(of, lang),
        Section(words.NOTES.in_(lang), (), _notes(of, lang)),
    ]


def _shares(of: Concentration, lang: str) -> Section:
    names = [text.in_(lang) for text in words.MEASURES.values()]
    head = (words.GROUP.in_(lang), words.NAME.in_(lang), *names)
    rows = [
        (each.id, each.name.in_(lang), *(_cell(each.shares.get(name), lang) for name in words.MEASURES))
        for each in of.groups
    ]
    return Section("", [head, *rows, *_feet(of, lang)], list(_states(of, lang)))


def _cell(share: Share | None, lang: str) -> str:
    return f"{_percent(share.percent)} {words.STATES[share.state].in_(lang)}".rstrip() if share else _NONE


def _percent(value: float) -> str:
    return f"{value:5.1f}%"


def _feet(of: Concentration, lang: str) -> Iterator[Row]:
    measures = [of.measures[name] for name in words.MEASURES]
    yield (words.HHI.in_(lang), "", *(_NONE if each.hhi is None else f"{each.hhi:6,.0f}" for each in measures))
    yield (words.GROUPS.in_(lang), "", *(_NONE if each.groups is None else f"{each.groups:6}" for each in measures))
    limits = (_NONE if each.threshold is None else _percent(each.threshold) for each in measures)
    yield (words.THRESHOLD.in_(lang), "", *limits)


def _states(of: Concentration, lang: str) -> Iterator[Line]:
    """What cannot be told, what is above a threshold, what is accepted until when; and that all else is within."""
    if of.uncounted:
        yield Line(words.uncounted(of.uncounted).in_(lang), "error")
    found = [(group, name, share) for group in of.groups for name, share in group.shares.items()]
    beyond = [each for each in found if each[2].state in ("above", "accepted")]
    for group, name, share in sorted(beyond, key=lambda each: each[2].state):
        yield _beyond(of, group, name, share, lang)
    if any(share.state == "within" for _, _, share in found):
        yield Line((words.OTHERS_WITHIN if beyond or of.uncounted else words.WITHIN).in_(lang))


def _beyond(of: Concentration, group: Group, measure: str, share: Share, lang: str) -> Line:
    limit = of.measures[measure].threshold
    told = words.beyond(group.id, BASES[measure], shown(share.percent), f"{limit:g}", share.decision)
    return Line(told.in_(lang), "error" if share.state == "above" else "warning")


def _leaning(of: Concentration, lang: str) -> Section:
    if not of.leaning:
        return Section(words.LEANING.in_(lang), (), [Line(words.NO_LEANING.in_(lang))])
    head = tuple(text.in_(lang) for text in words.LEANING_HEAD)
    rows = [
        (each.id, each.name.in_(lang), str(len(each.ranks)), _percent(each.percent), str(len(each.suppliers)))
        for each in of.leaning
    ]
    return Section(
        words.LEANING.in_(lang),
        [head, *rows],
        [Line(words.who_leans(each, _MOST_LISTED).in_(lang)) for each in of.leaning],
    )


def _market(of: Concentration, lang: str) -> Section:
    rows = [_market_row(each.id, each.market) for each in of.groups if each.market]
    if not rows:
        return Section(words.MARKET.in_(lang), (), [Line(words.NO_MARKET.in_(lang))])
    return Section(words.MARKET.in_(lang), [tuple(text.in_(lang) for text in words.MARKET_HEAD), *rows], ())


def _market_row(group: str, share: MarketShare) -> Row:
    return group, _percent(share.percent), share.as_of.isoformat(), share.basis or _NONE, share.engagement


def _notes(of: Concentration, lang: str) -> list[Line]:
    said = [*(words.rate(each, of.currency) for each in of.rates), words.DIVIDED, words.CHAINED, words.PAST]
    return [Line(text.in_(lang)) for text in said]
