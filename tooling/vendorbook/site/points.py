"""How the register stood at earlier days: each judged by the rules that it had then, and remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from vendorbook import repository
from vendorbook.judging import Kept, Rules, Verdict
from vendorbook.judging.concentration import concentration
from vendorbook.judging.outsourcing import Outsourcing, outsourcing_of
from vendorbook.judging.progress import Told
from vendorbook.judging.reading import Reader, Reading
from vendorbook.judging.run import judge, units_of
from vendorbook.model import CannotJudge
from vendorbook.policies.rulebook import Rulebook
from vendorbook.repository.git_objects import Commit
from vendorbook.site.history import HistoryLine
from vendorbook.site.standing import HOLDS, LEGACY, WAIVED, Standings, is_open
from vendorbook.trail.steps import day_of

_MONTHS, _QUARTERS = 13, 8
_NAME = "site points v2"


class Row(NamedTuple):
    """One engagement as it was. `title` and `supplier_name` are by language."""

    id: str
    supplier_name: Mapping[str, str]
    title: Mapping[str, str]
    status: str
    core: bool
    ends_on: str
    open: int


class Point(NamedTuple):
    """A day, the commit that was the newest then, and how the register stood by its own rules.

    `articles` has for each article how many records held, were waived or legacy, and failed, of those it applied to.
    """

    day: str
    commit: str
    records: int
    open: int
    waived: int
    articles: Mapping[str, tuple[int, int, int]]
    hhi: Mapping[str, float | None]
    rows: tuple[Row, ...]

    @property
    def percent(self) -> float | None:
        """How much of all that applied held."""
        held, other, failed = (sum(counts[index] for counts in self.articles.values()) for index in range(3))
        total = held + other + failed
        return 100 * held / total if total else None


def points(of: HistoryLine, day: date, kept: Kept | None, told: Told) -> tuple[Point, ...]:
    """The ends of the last months, and of the quarters before, oldest first, as far back as the history goes."""
    known: dict[str, Any] = _known(kept)
    wanted = [(when, commit) for when in days(day) if (commit := _commit_on(of, when))]
    found, fresh = [], {}
    for done, (when, commit) in enumerate(wanted, 1):
        name = f"{commit} {when}"
        fresh[name] = data = known.get(name) or _data(of, when, commit)
        if data:
            found.append(_from_data(data))
        told(done, len(wanted))
    if kept and fresh != known:
        kept.save(_NAME, fresh)
    return tuple(found)


def days(until: date) -> list[date]:
    """Ends of months before a day, oldest first: thirteen months, and before those eight quarters."""
    ends: list[date] = []
    last = until.replace(day=1) - timedelta(days=1)
    while len(ends) < _MONTHS + 3 * _QUARTERS:
        ends.append(last)
        last = last.replace(day=1) - timedelta(days=1)
    return sorted([*ends[:_MONTHS], *(each for each in ends[_MONTHS:] if each.month % 3 == 0)])


def _known(kept: Kept | None) -> dict[str, Any]:
    found = kept.load(_NAME) if kept else None
    return found if isinstance(found, dict) else {}


def _commit_on(of: HistoryLine, when: date) -> str | None:
    """The newest commit of the line on a day; lines are dated in order, or the trail says so."""
    return next((each.id for each in reversed(of.line.commits) if day_of(each) <= when), None)


def _data(of: HistoryLine, when: date, commit: str) -> dict[str, Any] | None:
    snapshot = Commit(of.root, commit)
    rules = Rules(repository.rules_of(snapshot), None, snapshot.refused())
    try:
        verdict = judge(snapshot, rules, when)
    except CannotJudge:
        return None
    reader = Reader(snapshot, rules.book, when)
    readings = [reader.read(unit) for unit in units_of(snapshot)]
    try:
        whole: Outsourcing | None = outsourcing_of(readings, snapshot, rules.book)
    except CannotJudge:
        whole = None
    return {
        "day": when.isoformat(),
        "commit": commit,
        "records": len(verdict.records),
        "open": sum(map(is_open, verdict.findings)),
        "waived": sum(each.waiver is not None for each in verdict.findings),
        "articles": dict(_articles(verdict, rules.book)),
        "hhi": _hhi(whole, rules.book, when),
        "rows": _rows(readings, verdict),
    }


def _hhi(whole: Outsourcing | None, book: Rulebook, when: date) -> dict[str, float | None]:
    if whole is None:
        return {}
    return {name: measure.hhi for name, measure in concentration(whole, book.firm, when).measures.items()}


def _articles(verdict: Verdict, book: Rulebook) -> Iterator[tuple[str, tuple[int, int, int]]]:
    standings = Standings(verdict, book)
    for article, names in by_article(book).items():
        states = [standings.of(record, name).state for record in verdict.records for name in names]
        other = sum(state in (WAIVED, LEGACY) for state in states)
        yield article, (states.count(HOLDS), other, states.count("fails"))


def by_article(book: Rulebook) -> dict[str, list[str]]:
    """The obligations of each article, by its number."""
    found: dict[str, list[str]] = {}
    for name in book.obligations:
        found.setdefault(article_of(name), []).append(name)
    return found


def article_of(obligation: str) -> str:
    """`4` for `A4.1.5.9`."""
    return obligation.removeprefix("A").partition(".")[0]


def _rows(readings: Sequence[Reading], verdict: Verdict) -> list[list[Any]]:
    rows = []
    for reading in readings:
        for each in reading.engagements:
            root, supplier = each.root, reading.supplier.root
            names = {lang: supplier.text(f"name.{lang}") if supplier else "" for lang in ("zh-TW", "en")}
            titles = {lang: root.text(f"title.{lang}") for lang in ("zh-TW", "en")}
            count = sum(is_open(found) for found in verdict.findings if found.record == each.id)
            ends = root.text("contract.ends_on")
            rows.append([each.id, names, titles, each.status, each.facts.core, ends, count])
    return rows


def _from_data(data: dict[str, Any]) -> Point:
    articles = {name: (counts[0], counts[1], counts[2]) for name, counts in data["articles"].items()}
    return Point(**{**data, "articles": articles, "rows": tuple(Row(*each) for each in data["rows"])})
