"""Everything that the pages are made from, gathered once: the register judged, its records, its history, its trail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from vendorbook import git
from vendorbook.judging import Kept, Rules, Verdict
from vendorbook.judging.concentration import Concentration, concentration
from vendorbook.judging.coverage import Coverage, coverage
from vendorbook.judging.outsourcing import Outsourcing, outsourcing_of
from vendorbook.judging.reading import Reader, Reading
from vendorbook.judging.run import judge, units_of
from vendorbook.judging.waiving import read_waivers
from vendorbook.model import CannotJudge, Node, Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.policies.waivers import Waiver
from vendorbook.reports.due import Item, listed
from vendorbook.repository import Snapshot, WorkTree
from vendorbook.site.asked import Asked
from vendorbook.site.audience import Audience
from vendorbook.site.handed import Handed
from vendorbook.site.history import Change, changes
from vendorbook.site.history import line_of as history_line
from vendorbook.site.points import Point, points
from vendorbook.site.standing import Standings
from vendorbook.site.words import Words
from vendorbook.trail.opening import Trail
from vendorbook.trail.verdict import TrailVerdict
from vendorbook.trail.verifying import Asked as AskedOfTrail
from vendorbook.trail.verifying import verify

Step = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and of how much."""


class Origin(NamedTuple):
    """Where the pages come from: the commit (None outside of git), when it was made, whether files differ from it."""

    commit: str | None
    made_at: datetime | None
    is_changed: bool


class Site(NamedTuple):
    """All of it. What cannot be told has its reason beside it instead."""

    asked: Asked
    origin: Origin
    day: date
    book: Rulebook
    verdict: Verdict
    standings: Standings
    coverage: Sequence[Coverage]
    readings: Sequence[Reading]
    outsourcing: Outsourcing | None
    concentration: Concentration | None
    no_concentration: Text | None
    due: Sequence[Item]
    waivers: Sequence[Waiver]
    changes: Sequence[Change]
    points: Sequence[Point]
    trail: TrailVerdict | None
    no_trail: Text | None
    audience: Audience
    words: Words
    handed: Handed = Handed()


def gathered(snapshot: Snapshot, rules: Rules, day: date, asked: Asked, kept: Kept | None, told: Step) -> Site:
    """Raises CannotJudge where there is nothing to judge, or nothing to judge by."""
    verdict = judge(snapshot, rules, day, lambda done, total: told("judging", done, total))
    book = rules.book
    reader = Reader(snapshot, book, day)
    units = units_of(snapshot)
    readings = []
    for done, unit in enumerate(units, 1):
        readings.append(reader.read(unit))
        told("reading", done, len(units))
    whole, shares, trouble = _concentration(snapshot, readings, book, day)
    origin = _origin(snapshot)
    line = history_line(snapshot.root, origin.commit)
    trail, no_trail = _trail(snapshot.root, origin.commit, kept, told)
    return Site(
        asked=asked,
        origin=origin,
        day=day,
        book=book,
        verdict=verdict,
        standings=Standings(verdict, book),
        coverage=coverage(verdict, book),
        readings=readings,
        outsourcing=whole,
        concentration=shares,
        no_concentration=trouble,
        due=listed([*verdict.findings, *verdict.upcoming], day, book.notice_days),
        waivers=read_waivers(snapshot, rules).formed,
        changes=changes(line, trail, lambda done, total: told("history", done, total)) if line else (),
        points=points(line, day, kept, lambda done, total: told("past", done, total)) if line else (),
        trail=trail,
        no_trail=no_trail,
        audience=Audience(asked.audience, book.schemas, book.people, lambda: _roots(readings)),
        words=Words(book.schemas),
    )


def _concentration(
    snapshot: Snapshot, readings: Sequence[Reading], book: Rulebook, day: date
) -> tuple[Outsourcing | None, Concentration | None, Text | None]:
    try:
        whole = outsourcing_of(readings, snapshot, book)
    except CannotJudge as trouble:
        return None, None, trouble.message
    return whole, concentration(whole, book.firm, day), None


def _roots(readings: Sequence[Reading]) -> Iterator[Node]:
    """The top of every file of the records."""
    for reading in readings:
        of_supplier = [reading.supplier.root, *(entry.root for entry in reading.supplier.journal)]
        yield from (each for each in of_supplier if each is not None)
        for engagement in reading.engagements:
            yield from (engagement.root, *(entry.root for entry in engagement.journal))


def _origin(snapshot: Snapshot) -> Origin:
    commit = snapshot.commit
    if commit is None:
        return Origin(None, None, is_changed=True)
    [read] = git.read_commits(snapshot.root, [commit])
    return Origin(commit, read.committer.when, isinstance(snapshot, WorkTree) and _differs(snapshot, commit))


def _differs(tree: WorkTree, commit: str) -> bool:
    from vendorbook.repository.git_objects import Commit

    committed = Commit(tree.root, commit)
    if tree.files().keys() != committed.files().keys():
        return True
    return any(tree.blob(path) != committed.blob(path) for path in committed.files())


def _trail(root: Path, commit: str | None, kept: Kept | None, told: Step) -> tuple[TrailVerdict | None, Text | None]:
    if commit is None:
        return None, Text("不在 git 儲存庫內，沒有軌跡", "this is not in a git repository, and has no trail")
    try:
        opened = Trail(root, commit, kept)
        return verify(opened, AskedOfTrail(), lambda done, total: told("trail", done, total)), None
    except CannotJudge as trouble:
        return None, trouble.message
