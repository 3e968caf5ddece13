"""What the page of a record shows, supplier or engagement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from vendorbook.model import Node
from vendorbook.register import Engagement, Entry
from vendorbook.site import charts
from vendorbook.site.inert import inert
from vendorbook.site.pages.changed import entry_kind
from vendorbook.site.points import article_of, by_article
from vendorbook.site.rendering import Rendering
from vendorbook.site.standing import FAILS, HOLDS, LEGACY, NOT_APPLICABLE, UNJUDGED, WAIVED, Standing, worst

COUNTED = (HOLDS, WAIVED, LEGACY, UNJUDGED, FAILS)
"""The states that a ring shows, in their order."""

_SHORTEST = ("description", "conclusion", "version", "what", "reason", "period", "residual_risk", "result", "summary")


class Block(NamedTuple):
    key: str
    title: str
    article: str
    body: Markup


class ShownEntry(NamedTuple):
    """An entry of the journal: `anchor` is where its page has it."""

    anchor: str
    day: str
    date: date
    kind: str
    summary: str
    body: Markup
    path: str


class Behind(NamedTuple):
    """A standing with what is behind it: blocks of the record, and entries of its journal."""

    obligation: str
    article: str
    ref: str
    state: str
    policies: Sequence[str]
    findings: Sequence[object]
    upcoming: Sequence[object]
    evidence: Sequence[Block]
    entries: Sequence[ShownEntry]


_BLOCKS: Mapping[str, str] = {
    "scope": "6",
    "selection": "3",
    "contract": "4",
    "access": "5",
    "oversight": "7",
    "exit": "8",
}


def blocks(root: Node, of: Rendering) -> list[Block]:
    """An engagement's facts, a block an article."""
    found = []
    for key, article in _BLOCKS.items():
        value = root.plain(key)
        if isinstance(value, dict):
            title = of.site.words.title("engagement", (key,)).in_(of.lang)
            found.append(Block(key, title, article, of.facts.value("engagement", value, (key,))))
    return found


def journal(entries: Iterable[Entry], of: Rendering) -> list[ShownEntry]:
    """Newest first."""
    return [_entry(each, of) for each in sorted(entries, key=lambda each: (each.date, each.id), reverse=True)]


def anchor(entry: str) -> str:
    """Where an entry stands on its record's page."""
    return "j-" + entry.removeprefix("journal/")


def _entry(entry: Entry, of: Rendering) -> ShownEntry:
    kind = f"journal/{entry.kind}"
    value = entry.root.value if isinstance(entry.root.value, dict) else {}
    path = entry.root.source.path
    body = of.facts.fields(kind, value, without=("kind", "date"))
    summary = _summary(kind, entry, of)
    return ShownEntry(
        anchor(entry.id), entry.date.isoformat(), entry.date, entry_kind(entry.kind, of), summary, body, path
    )


def _summary(kind: str, entry: Entry, of: Rendering) -> str:
    """The first field that says what happened, cut to a line."""
    for field in _SHORTEST:
        text = entry.root.text(field)
        if text and not of.site.audience.withholds(kind, (field,)):
            said = of.site.words.choice(kind, (field,), text)
            name = of.site.words.title(kind, (field,)).in_(of.lang)
            shown = f"{name} {said.in_(of.lang)}" if said else of.site.audience.text(text).split("\n")[0]
            return shown if len(shown) <= 60 else shown[:59] + "…"
    return ""


def standings(record: str, of: Rendering) -> list[Standing]:
    return [of.site.standings.of(record, name) for name in of.site.book.obligations]


def totals(of_record: Iterable[Standing]) -> list[tuple[str, int]]:
    counts = Counter(each.state for each in of_record)
    return [(state, counts[state]) for state in COUNTED if counts[state]]


def ring(counts: Sequence[tuple[str, int]], of: Rendering) -> Markup:
    total, held = sum(count for _, count in counts), dict(counts).get(HOLDS, 0)
    percent = f"{100 * held / total:.0f}%" if total else "–"
    said = ", ".join(f"{of.say('state.' + state)} {count}" for state, count in counts)
    return charts.donut(counts, percent, of.say("state.holds"), said)


def behind(each: Standing, of: Rendering, shown: Sequence[Block], entries: Sequence[ShownEntry]) -> Behind:
    known = of.site.book.obligations[each.obligation]
    article = article_of(each.obligation)
    policies = [of.site.book.policies[name] for name in each.policies]
    kinds = {str(kind) for policy in policies for kind in _events(policy.params)}
    latest = [next((entry for entry in entries if f"-{kind}" in entry.anchor), None) for kind in sorted(kinds)]
    return Behind(
        obligation=each.obligation,
        article=article,
        ref=known.ref,
        state=each.state,
        policies=each.policies,
        findings=each.findings,
        upcoming=each.upcoming,
        evidence=[block for block in shown if block.article == article][:1],
        entries=[entry for entry in latest if entry],
    )


def _events(params: object) -> list[object]:
    """The kinds of entries that a policy's parameters name."""
    if not isinstance(params, tuple):
        return []
    named = getattr(params, "event", None) or getattr(params, "kind", None)
    return [named] if isinstance(named, str) else []


def strip(record: str, of: Rendering) -> list[tuple[str, str]]:
    """The worst state of each article."""
    return [
        (article, worst(of.site.standings.of(record, name).state for name in names))
        for article, names in by_article(of.site.book).items()
    ]


def owner(root: Node, of: Rendering) -> str:
    return of.site.audience.person(root.text("project_owner"))


def status(engagement: Engagement, of: Rendering) -> str:
    said = of.site.words.choice("engagement", ("status",), engagement.status)
    return said.in_(of.lang) if said else engagement.status


def is_applicable(each: Standing) -> bool:
    return each.state != NOT_APPLICABLE


def other_title(node: Node | None, field: str, of: Rendering) -> str:
    """The name in the other language."""
    return node.text(f"{field}.{'zh-TW' if of.lang == 'en' else 'en'}") if node is not None else ""


def in_words(value: str) -> Markup:
    return inert(value)
